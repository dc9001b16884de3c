/**
 * <fp-text-size>: three sizes for the text of stories, remembered in this browser alone. Its room is kept by the page's style; the names of
 * the sizes come in data attributes.
 */

const KEY = 'fp-text-size'
const SIZES = ['0', '1', '2'] as const

function remembered(): string {
  try {
    const size = localStorage.getItem(KEY) ?? '0'
    return SIZES.some((one) => one === size) ? size : '0'
  } catch {
    // Storage may be switched off; the size then holds for this page.
    return '0'
  }
}

function show(size: string): void {
  if (size === '0') delete document.documentElement.dataset.textSize
  else document.documentElement.dataset.textSize = size
}

// Before anything else, so that the text stands in its size as early as it can.
show(remembered())

class TextSize extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0) return
    this.setAttribute('role', 'group')
    this.setAttribute('aria-label', this.dataset.label ?? '')
    const names = [this.dataset.normal ?? '', this.dataset.large ?? '', this.dataset.larger ?? '']
    const buttons = SIZES.map((size, index) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = 'A'
      button.dataset.size = size
      button.title = names[index] ?? ''
      button.setAttribute('aria-label', `${this.dataset.label ?? ''}: ${names[index] ?? ''}`)
      button.addEventListener('click', () => this.#choose(size, buttons))
      return button
    })
    this.append(...buttons)
    this.#mark(remembered(), buttons)
  }

  #choose(size: string, buttons: HTMLButtonElement[]): void {
    show(size)
    try {
      localStorage.setItem(KEY, size)
    } catch {
      // As above.
    }
    this.#mark(size, buttons)
  }

  #mark(size: string, buttons: HTMLButtonElement[]): void {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.size === size))
  }
}

customElements.define('fp-text-size', TextSize)
