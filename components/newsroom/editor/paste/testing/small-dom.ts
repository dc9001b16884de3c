import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

/** As much of a browser's document as ProseMirror needs to write a clipboard and to read one, for tests without a browser. */

const VOID = new Set(['br', 'hr', 'img', 'col'])
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\u00a0', '&nbsp;')

class Small {
  readonly nodeType: number
  readonly nodeName: string
  nodeValue: string | null
  parentNode: Small | null = null
  readonly childNodes: Small[] = []
  readonly attributes = new Map<string, string>()
  readonly style: string[] = []

  constructor(nodeType: number, name: string, value: string | null = null) {
    this.nodeType = nodeType
    this.nodeName = name.toUpperCase()
    this.nodeValue = value
  }

  get firstChild(): Small | null {
    return this.childNodes[0] ?? null
  }
  get nextSibling(): Small | null {
    return this.#beside(1)
  }
  get previousSibling(): Small | null {
    return this.#beside(-1)
  }
  #beside(step: number): Small | null {
    const all = this.parentNode?.childNodes ?? []
    return all[all.indexOf(this) + step] ?? null
  }
  get textContent(): string {
    return this.nodeValue ?? this.childNodes.map((child) => child.textContent).join('')
  }

  appendChild(child: Small): Small {
    const added = child.nodeType === 11 ? child.childNodes.splice(0) : [child]
    for (const one of added) {
      one.parentNode = this
      this.childNodes.push(one)
    }
    return child
  }
  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value))
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null
  }
  hasAttribute(name: string): boolean {
    return this.attributes.has(name)
  }
  /** A tag with attributes, as the rules of our schema name elements. */
  matches(selector: string): boolean {
    const [, tag = '', rest = ''] = /^([a-z0-9]*)(.*)$/.exec(selector) ?? []
    const wanted = [...rest.matchAll(/\[([\w-]+)(?:="([^"]*)")?\]/g)]
    return (tag === '' || tag === this.nodeName.toLowerCase()) && wanted.every(([, name = '', value]) => (value === undefined ? this.hasAttribute(name) : this.getAttribute(name) === value))
  }
  get outerHTML(): string {
    if (this.nodeType === 3) return escaped(this.nodeValue ?? '')
    const inner = this.childNodes.map((child) => child.outerHTML).join('')
    if (this.nodeType === 11) return inner
    const tag = this.nodeName.toLowerCase()
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
    return VOID.has(tag) ? `<${tag}${attributes}>` : `<${tag}${attributes}>${inner}</${tag}>`
  }
}

const small = {
  createElement: (tag: string) => new Small(1, tag),
  createTextNode: (text: string) => new Small(3, '#text', text),
  createDocumentFragment: () => new Small(11, '#document-fragment'),
}

/** What makes elements. */
export const smallDocument = small as unknown as Document

/** What elements say as HTML. */
export const htmlOf = (node: unknown): string => (node instanceof Small ? node.outerHTML : '')

function read(node: DefaultTreeAdapterTypes.ChildNode, into: Small): void {
  if (node.nodeName === '#text' && 'value' in node) into.appendChild(small.createTextNode(node.value))
  if (!('tagName' in node)) return
  const element = small.createElement(node.tagName)
  for (const { name, value } of node.attrs) element.setAttribute(name, value)
  for (const child of node.childNodes) read(child, element)
  into.appendChild(element)
}

/** HTML as a browser reads it: by the rules of the language (parse5). */
export function readHtml(html: string): HTMLElement {
  const body = small.createElement('body')
  for (const child of parseFragment(html).childNodes) read(child, body)
  return body as unknown as HTMLElement
}
