/**
 * <fp-share>: around a mail link (`[data-share]`) and the story's own address (`[data-link]`), which work without it. With script the first
 * opens the device's own share sheet, where there is one, and the second copies the address. The words come in data attributes.
 */

class Share extends HTMLElement {
  #said: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    const share = this.querySelector<HTMLAnchorElement>('a[data-share]')
    const link = this.querySelector<HTMLAnchorElement>('a[data-link]')
    if (link === null || this.dataset.ready !== undefined) return
    this.dataset.ready = ''
    const { href: url } = link
    share?.addEventListener('click', (event) => {
      if (typeof navigator.share !== 'function') return
      event.preventDefault()
      // Whoever closes the sheet wanted nothing else.
      navigator.share({ url, title: this.dataset.title ?? document.title }).catch(() => undefined)
    })
    if (!('clipboard' in navigator)) return
    const { copyLink = '', copied = '' } = this.dataset
    link.textContent = copyLink
    link.setAttribute('role', 'button')
    link.setAttribute('aria-live', 'polite')
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return
      event.preventDefault()
      link.click()
    })
    link.addEventListener('click', (event) => {
      event.preventDefault()
      navigator.clipboard.writeText(url).then(
        () => {
          link.textContent = copied
          clearTimeout(this.#said)
          this.#said = setTimeout(() => (link.textContent = copyLink), 2500)
        },
        // Where copying is not allowed, the link is followed as any other.
        () => location.assign(url),
      )
    })
  }
}

customElements.define('fp-share', Share)
