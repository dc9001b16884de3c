type Piece = { text: string; hit: boolean }
type Line = { path: string; headline: Piece[]; section: string; byline: string; day: string; publishedAt: string; passage: Piece[] }
type Sheet = { path: string; title: Piece[]; place: string; passage: Piece[] }
type Answer = { kind: string; said: string; results: Line[]; groups: { heading: string; sheets: Sheet[] }[]; next: string | null }

/** A pause in typing that is long enough to ask, in milliseconds. */
const PAUSE = 160

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

const marked = (pieces: Piece[]) => pieces.map(({ text, hit }) => (hit ? make('mark', '', text) : text))

/** A result: what stands over its title and under it, and the passage between. */
function cardOf({ path, title, passage }: { path: string; title: Piece[]; passage: Piece[] }, over: Node[], under: Node[]): HTMLElement {
  const link = make('a', '', ...marked(title))
  link.href = path
  const headline = make('h3', 'headline', link)
  const words = make('p', 'search-passage', ...marked(passage))
  headline.dir = words.dir = 'auto'
  const card = make('article', 'card search-result', make('div', 'card-text', ...over, headline, ...(passage.length > 0 ? [words] : []), ...under))
  card.dataset['size'] = 'row'
  return card
}

function lineOf({ headline, section, byline, day, publishedAt, ...line }: Line): HTMLElement {
  const time = make('time', '', day)
  time.dateTime = publishedAt
  return cardOf({ ...line, title: headline }, [make('p', 'kicker', section)], [make('p', 'card-meta', byline === '' ? '' : `${byline} `, time)])
}

function groupOf({ heading, sheets }: Answer['groups'][number]): HTMLElement {
  const cards = sheets.map((sheet) => cardOf(sheet, [], sheet.place === '' ? [] : [make('p', 'card-meta', sheet.place)]))
  return make('div', 'search-results', make('h2', 'search-count', heading), ...cards)
}

/**
 * Shows what is found while somebody types, in place of the answer below the form. The page is whole without it: the form is sent as
 * before, and the address in the browser's bar is that of the page that says the same.
 */
class SearchAtOnce extends HTMLElement {
  #asked = ''
  #timer = 0
  #running: AbortController | undefined
  readonly #said = make('span', '')
  readonly #lines = make('div', '')
  readonly #now = make('div', 'search-results', make('h2', 'search-count', this.#said), this.#lines)

  connectedCallback(): void {
    const form = this.querySelector('form')
    const answer = this.querySelector<HTMLElement>('[data-answer]')
    if (form === null || answer === null) return
    this.#said.role = 'status'
    this.#now.hidden = true
    answer.after(this.#now)
    this.#asked = this.#question(form)
    form.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#ask(form, answer), PAUSE)
    })
  }

  /** The form as a query: what stands in it and is not empty. */
  #question(form: HTMLFormElement): string {
    const asked = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value.trim() !== '') asked.set(name, value)
    return asked.toString()
  }

  async #ask(form: HTMLFormElement, answer: HTMLElement): Promise<void> {
    const question = this.#question(form)
    if (question === this.#asked) return
    this.#asked = question
    this.#running?.abort()
    this.#running = new AbortController()
    try {
      const response = await fetch(`/api/search?${question}`, { signal: this.#running.signal, headers: { accept: 'application/json' } })
      const found: Answer = await response.json()
      // Too many at once, too busy, or nothing to look for: sending the form says it in words.
      if (!response.ok || found.kind !== 'found') return
      this.#said.textContent = found.said
      this.#lines.replaceChildren(...found.results.map(lineOf), ...(found.next === null && found.groups.length === 0 ? [] : [this.#wholeAnswer(question)]), ...found.groups.map(groupOf))
      this.#now.hidden = false
      answer.hidden = true
      history.replaceState(history.state, '', `/search?${question}`)
    } catch {
      // Another question was asked meanwhile, or the connection is gone: what is shown stays.
    }
  }

  #wholeAnswer(question: string): HTMLElement {
    const link = make('a', '', this.dataset['more'] ?? '')
    link.href = `/search?${question}`
    return make('p', 'search-more', link)
  }
}

customElements.define('fp-search-at-once', SearchAtOnce)
