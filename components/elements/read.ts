/** How long a story has to be in sight before it counts as read, in milliseconds. */
const LONG_ENOUGH = 8_000

/**
 * `<fp-read data-path="/news/a-story">`: says once that this page was read, after some seconds in sight: no page that is only fetched or prepared ahead says so.
 * What is sent is the path and nothing else.
 */
class Read extends HTMLElement {
  #timer = 0
  #seen = 0
  #since = 0
  #watch = () => this.#look()

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.#watch)
    document.addEventListener('prerenderingchange', this.#watch)
    this.#look()
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    document.removeEventListener('visibilitychange', this.#watch)
    document.removeEventListener('prerenderingchange', this.#watch)
  }

  #look(): void {
    clearTimeout(this.#timer)
    const inSight = document.visibilityState === 'visible' && !('prerendering' in document && document.prerendering === true)
    if (this.#since > 0) this.#seen += performance.now() - this.#since
    this.#since = inSight ? performance.now() : 0
    if (inSight) this.#timer = window.setTimeout(() => this.#say(), Math.max(0, LONG_ENOUGH - this.#seen))
  }

  #say(): void {
    const path = this.dataset.path
    if (path !== undefined) navigator.sendBeacon('/api/read', path)
    this.disconnectedCallback()
  }
}

customElements.define('fp-read', Read)
