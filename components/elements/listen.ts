/**
 * <fp-listen>: reads the story aloud by the browser's own voices. Empty, and stays so, where there is no speech or no voice. The room that
 * it takes is kept by the page's style. Its words come in data attributes.
 */

/** Browsers stop in the middle of what is longer. */
const LONGEST = 220
/** What is read, in the order of the page. */
const SPOKEN = '.story-head h1, .story-head .deck, .story-body :is(p, h2, h3, li)'
const SILENT = 'sup, figure, .link-card, [data-outside-text]'

type Piece = { text: string; lang: string }

function wordsOf(element: Element): Piece[] {
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || parent.closest(SILENT) !== null) continue
    const lang = parent.closest('[lang]')?.getAttribute('lang') ?? ''
    const last = pieces.at(-1)
    if (last?.lang === lang) last.text += node.textContent
    else pieces.push({ text: node.textContent ?? '', lang })
  }
  return pieces.filter(({ text }) => text.trim() !== '')
}

function inParts({ text, lang }: Piece): Piece[] {
  const parts: string[] = []
  for (const sentence of text.split(/(?<=[.!?…”"])\s+/)) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + sentence.length < LONGEST) parts[parts.length - 1] = `${last} ${sentence}`
    else parts.push(sentence)
  }
  return parts.map((part) => ({ text: part, lang }))
}

class Listen extends HTMLElement {
  #play: HTMLButtonElement | null = null
  #stop: HTMLButtonElement | null = null
  #state: 'silent' | 'speaking' | 'paused' = 'silent'
  readonly #offer = (): void => this.#offerIt()
  readonly #hush = (): void => this.#silence()

  connectedCallback(): void {
    if (typeof speechSynthesis === 'undefined') return
    // Voices come a moment after the page in some browsers.
    speechSynthesis.addEventListener('voiceschanged', this.#offer)
    window.addEventListener('pagehide', this.#hush)
    this.#offerIt()
  }

  disconnectedCallback(): void {
    if (typeof speechSynthesis === 'undefined') return
    speechSynthesis.removeEventListener('voiceschanged', this.#offer)
    window.removeEventListener('pagehide', this.#hush)
    this.#silence()
  }

  #offerIt(): void {
    if (this.#play !== null || speechSynthesis.getVoices().length === 0) return
    this.#play = this.#button(() => this.#press())
    this.#stop = this.#button(() => this.#silence())
    this.append(this.#play, this.#stop)
    this.#say('silent')
  }

  #button(press: () => void): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.addEventListener('click', press)
    return button
  }

  #say(state: 'silent' | 'speaking' | 'paused'): void {
    this.#state = state
    this.dataset.state = state
    const { listen = '', pause = '', goOn = '', stop = '' } = this.dataset
    if (this.#play !== null) this.#play.textContent = state === 'silent' ? listen : state === 'speaking' ? pause : goOn
    if (this.#stop !== null) {
      this.#stop.textContent = stop
      this.#stop.hidden = state === 'silent'
    }
  }

  #press(): void {
    if (this.#state === 'speaking') {
      speechSynthesis.pause()
      this.#say('paused')
    } else if (this.#state === 'paused') {
      speechSynthesis.resume()
      this.#say('speaking')
    } else this.#speak()
  }

  #speak(): void {
    const story = this.closest('article') ?? document.body
    const elements = [...story.querySelectorAll(SPOKEN)].filter((element) => element.parentElement?.closest('li, .pull-quote') === null)
    const parts = elements.flatMap(wordsOf).flatMap(inParts)
    const voices = speechSynthesis.getVoices()
    const utterances = parts.map(({ text, lang }) => {
      const spoken = new SpeechSynthesisUtterance(text)
      spoken.lang = lang === '' ? (this.dataset.language ?? 'en') : lang
      const voice = voices.find((one) => one.lang.toLowerCase().startsWith(spoken.lang.toLowerCase())) ?? null
      if (voice !== null) spoken.voice = voice
      return spoken
    })
    const last = utterances.at(-1)
    if (last === undefined) return
    last.addEventListener('end', () => this.#say('silent'))
    speechSynthesis.cancel()
    for (const spoken of utterances) speechSynthesis.speak(spoken)
    this.#say('speaking')
  }

  #silence(): void {
    if (this.#state === 'silent') return
    speechSynthesis.cancel()
    this.#say('silent')
  }
}

customElements.define('fp-listen', Listen)
