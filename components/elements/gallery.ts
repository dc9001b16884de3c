/**
 * <fp-gallery>: pictures with captions that stand one after the other without it. With script each can be enlarged: one picture after the
 * other over the whole window, by keys, by swiping (the row scrolls by itself) and by buttons. The words come in data attributes.
 */

class Gallery extends HTMLElement {
  #dialog: HTMLDialogElement | null = null
  #row: HTMLElement | null = null

  connectedCallback(): void {
    if (this.dataset.ready !== undefined) return
    this.dataset.ready = ''
    this.#figures().forEach((figure, index) => {
      const picture = figure.querySelector('picture')
      if (picture === null) return
      const button = this.#button('gallery-enlarge', this.dataset.enlarge ?? '', '⤢', () => this.#open(index))
      const alt = figure.querySelector('img')?.alt ?? ''
      button.setAttribute('aria-label', [this.dataset.enlarge ?? '', alt].filter((part) => part !== '').join(': '))
      picture.after(button)
      picture.addEventListener('click', () => this.#open(index))
    })
  }

  #figures(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(':scope > figure')]
  }

  #button(name: string, label: string, sign: string, press: () => void): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = name
    button.title = label
    button.setAttribute('aria-label', label)
    button.textContent = sign
    button.addEventListener('click', press)
    return button
  }

  #open(index: number): void {
    const dialog = (this.#dialog ??= this.#made())
    dialog.showModal()
    this.#row?.children[index]?.scrollIntoView({ behavior: 'instant', inline: 'center', block: 'nearest' })
  }

  #made(): HTMLDialogElement {
    const dialog = document.createElement('dialog')
    dialog.className = 'gallery-large'
    dialog.setAttribute('aria-label', this.getAttribute('aria-label') ?? '')
    const row = document.createElement('div')
    row.className = 'gallery-row'
    row.append(...this.#figures().map((figure) => this.#slide(figure)))
    const { close = '', previous = '', next = '', fullScreen = '' } = this.dataset
    const bar = document.createElement('div')
    bar.className = 'gallery-bar'
    bar.append(this.#button('', previous, '←', () => this.#step(-1)), this.#button('', next, '→', () => this.#step(1)))
    if (document.fullscreenEnabled) bar.append(this.#button('', fullScreen, '⛶', () => this.#toggleFullScreen()))
    bar.append(this.#button('', close, '✕', () => dialog.close()))
    dialog.append(row, bar)
    dialog.addEventListener('keydown', (event) => this.#key(event))
    dialog.addEventListener('close', () => {
      if (document.fullscreenElement === dialog) void document.exitFullscreen()
    })
    this.#row = row
    this.append(dialog)
    return dialog
  }

  #slide(figure: HTMLElement): HTMLElement {
    const slide = document.createElement('figure')
    for (const part of figure.querySelectorAll('picture, figcaption')) slide.append(part.cloneNode(true))
    for (const image of slide.querySelectorAll<HTMLElement>('img, source')) image.setAttribute('sizes', '100vw')
    return slide
  }

  #step(by: number): void {
    const row = this.#row
    if (row === null) return
    // Right to left, the row scrolls the other way.
    const way = getComputedStyle(row).direction === 'rtl' ? -by : by
    row.scrollBy({ left: way * row.clientWidth })
  }

  #toggleFullScreen(): void {
    const change = document.fullscreenElement === null ? this.#dialog?.requestFullscreen() : document.exitFullscreen()
    // A browser may refuse; the pictures fill the window all the same.
    change?.catch(() => undefined)
  }

  #key(event: KeyboardEvent): void {
    const way = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: 0, ArrowDown: 0 }[event.key]
    if (way === undefined || way === 0 || this.#row === null) return
    event.preventDefault()
    this.#step(getComputedStyle(this.#row).direction === 'rtl' ? -way : way)
  }
}

customElements.define('fp-gallery', Gallery)
