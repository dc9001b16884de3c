/**
 * <fp-poll>: votes without leaving the story, and shows the results to a browser that has voted. What it keeps is the word that this browser voted in this
 * poll, in its own storage; it is sent nowhere but to open the counts. Without script the form inside is an ordinary form, which leads to a page of its own.
 */

type Row = { text: string; percent: number; votes: string }
type Figures = { question: string; rows: Row[]; note: string }
type Answer = { ticket?: string; receipt?: string; problem?: string; gone?: boolean; figures?: Figures }

const keyOf = (poll: string) => `fp-poll ${poll}`

/** A browser may refuse its storage: then it can vote, and forgets that it did. */
function kept(poll: string): string | null {
  try {
    return localStorage.getItem(keyOf(poll))
  } catch {
    return null
  }
}

function keep(poll: string, receipt: string): void {
  try {
    localStorage.setItem(keyOf(poll), receipt)
  } catch {
    // Nothing is lost but the memory of the vote.
  }
}

function made(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  if (className !== '') element.className = className
  element.textContent = text
  return element
}

function bar(percent: number): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  for (const [name, value] of [['viewBox', '0 0 100 4'], ['preserveAspectRatio', 'none'], ['aria-hidden', 'true']] as const) svg.setAttribute(name, value)
  const rect = document.createElementNS(space, 'rect')
  rect.setAttribute('width', String(percent))
  rect.setAttribute('height', '4')
  svg.append(rect)
  return svg
}

function line({ text, percent, votes }: Row): HTMLElement {
  const row = document.createElement('tr')
  const name = made('th', '', text)
  name.setAttribute('scope', 'row')
  name.dir = 'auto'
  const share = made('td', 'poll-share')
  share.append(bar(percent), made('b', '', `${percent}%`))
  row.append(name, share, made('td', 'poll-votes', votes))
  return row
}

class FpPoll extends HTMLElement {
  connectedCallback(): void {
    const receipt = kept(this.poll)
    if (receipt !== null) void this.showFigures(receipt)
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.vote(event.currentTarget)
    })
  }

  get poll(): string {
    return this.dataset['poll'] ?? ''
  }

  say(words: string): void {
    const place = this.querySelector('[role="status"]')
    if (place !== null) place.textContent = words
  }

  async vote(form: EventTarget | null): Promise<void> {
    if (!(form instanceof HTMLFormElement) || this.hasAttribute('aria-busy')) return
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
    this.setAttribute('aria-busy', 'true')
    try {
      fields.set('poll', this.poll)
      const { ticket = '' }: Answer = await (await fetch(`/api/polls/${this.poll}/ticket`, { credentials: 'same-origin' })).json()
      fields.set('ticket', ticket)
      const response = await fetch('/api/polls/vote', { method: 'POST', body: fields, headers: { accept: 'application/json' }, credentials: 'same-origin' })
      const answer: Answer = await response.json()
      if (answer.receipt !== undefined) keep(this.poll, answer.receipt)
      if (answer.figures !== undefined) this.show(answer.figures, true)
      else this.say(answer.problem ?? this.dataset['failed'] ?? '')
    } catch {
      this.say(this.dataset['failed'] ?? '')
    } finally {
      this.removeAttribute('aria-busy')
    }
  }

  /** The counts of now; where they cannot be had the ballot stays. */
  async showFigures(receipt: string): Promise<void> {
    try {
      const response = await fetch(`/api/polls/${this.poll}?receipt=${encodeURIComponent(receipt)}`, { credentials: 'same-origin' })
      const answer: Answer = await response.json()
      if (answer.figures !== undefined) this.show(answer.figures, false)
    } catch {
      // The ballot is whole.
    }
  }

  show({ question, rows, note }: Figures, justVoted: boolean): void {
    const heading = made('p', 'poll-question', question)
    heading.dir = 'auto'
    const table = made('table', 'poll-results')
    const body = document.createElement('tbody')
    body.append(...rows.map(line))
    table.setAttribute('aria-label', question)
    table.append(body)
    const said = made('p', 'poll-note', note)
    said.tabIndex = -1
    this.replaceChildren(heading, table, said)
    // Focus was on the button that is gone; what it led to is read from here.
    if (justVoted) said.focus()
  }
}

if (customElements.get('fp-poll') === undefined) customElements.define('fp-poll', FpPoll)
