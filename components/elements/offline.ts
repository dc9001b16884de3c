// The names that domain/offline/worker.ts gives them.
const LIST = { cache: 'fp1-index', address: '/offline/kept.json' }
type Kept = { path: string; title: string; at: number }

/** The parts of this page that a browser has loaded: the sizes of pictures that it chose, and its fonts. */
function loadedParts(): string[] {
  const { origin } = location
  return performance.getEntriesByType('resource').flatMap(({ name }) => (name.startsWith(origin) ? [name.slice(origin.length)] : []))
}

async function keptStories(): Promise<Kept[]> {
  const found = await (await caches.open(LIST.cache)).match(LIST.address)
  if (found === undefined) return []
  const { stories }: { stories: Kept[] } = await found.json()
  return stories
}

/**
 * `<fp-offline data-keep="/news/a-story">`: has the service worker keep this story, to be read without a network. `<fp-offline data-list>` on the offline page: lists what is
 * kept; its words are in its attributes.
 */
class Offline extends HTMLElement {
  connectedCallback(): void {
    if (!('serviceWorker' in navigator) || !('caches' in window)) return
    void navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined)
    if (this.dataset.list !== undefined) void this.#show()
    // What is shown first comes first.
    else if (document.readyState === 'complete') this.#keep()
    else addEventListener('load', () => this.#keep(), { once: true })
  }

  #keep(): void {
    if (!navigator.onLine || ('prerendering' in document && document.prerendering === true)) return
    const said = { keep: this.dataset.keep ?? null, title: document.querySelector('h1')?.textContent ?? document.title, parts: loadedParts() }
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of this origin, and takes no other argument
    void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(said))
  }

  async #show(): Promise<void> {
    const kept = await keptStories().catch(() => [])
    const words = (name: string) => this.getAttribute(`data-${name}`) ?? ''
    const lead = document.createElement('p')
    lead.textContent = words(kept.length === 0 ? 'none' : navigator.onLine ? 'online' : 'lead')
    const list = document.createElement('ul')
    for (const { path, title } of kept) {
      const link = document.createElement('a')
      link.href = path
      link.dir = 'auto'
      link.textContent = title
      const line = document.createElement('li')
      line.append(link)
      list.append(line)
    }
    this.replaceChildren(lead, ...(kept.length === 0 ? [] : [list, this.#forgetting(words('forget'), words('forgotten'))]))
  }

  #forgetting(label: string, done: string): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.addEventListener('click', () => {
      void caches.keys().then(async (names) => {
        for (const name of names) if (name.startsWith('fp1-') && name !== 'fp1-shell') await caches.delete(name)
        const said = document.createElement('p')
        said.setAttribute('role', 'status')
        said.textContent = done
        this.replaceChildren(said)
      })
    })
    return button
  }
}

customElements.define('fp-offline', Offline)
