/**
 * XML from a tree, never from pasted text: whatever the words hold, what comes out is well-formed XML 1.0. Names are ours and are checked;
 * texts are escaped, without what XML cannot hold at all. There is no CDATA: it would need its own escaping, and says the same.
 */

export type XmlElement = { name: string; attributes: Readonly<Record<string, string>>; children: readonly XmlNode[] }
export type XmlNode = XmlElement | string

const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/

/** An element; `children` null, or one that is null, is left out. Throws a TypeError for a name that is none. */
export function element(name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly (XmlNode | null)[] | string = []): XmlElement {
  for (const one of [name, ...Object.keys(attributes)]) if (!NAME.test(one)) throw new TypeError(`not a name in XML: ${one}`)
  return { name, attributes, children: (typeof children === 'string' ? [children] : children).filter((child) => child !== null) }
}

/** A text without what XML 1.0 cannot hold, not even escaped (its "Char"): control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
export function xmlChars(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' }
const escaped = (text: string, which: RegExp) => xmlChars(text).replaceAll(which, (letter) => ENTITIES[letter] ?? letter)

/** Text between tags. */
const escapeText = (text: string) => escaped(text, /[&<>\r]/g)
/** The value of an attribute, without its (double) quotes. */
const escapeAttribute = (text: string) => escaped(text, /[&<>"\t\n\r]/g)

function written(node: XmlNode, closesItself: (element: XmlElement) => boolean): string {
  if (typeof node === 'string') return escapeText(node)
  const start = `<${node.name}${Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('')}`
  return closesItself(node) ? `${start}/>` : `${start}>${node.children.map((child) => written(child, closesItself)).join('')}</${node.name}>`
}

/** A whole document, in UTF-8. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, ({ children }) => children.length === 0)}\n`
}

/** The elements of HTML that hold nothing and have no end tag; all others have one, even when they are empty. */
const VOID = new Set(['br', 'hr', 'img', 'meta'])

/** A tree of HTML elements as text that is well-formed XML too. */
export function htmlText(node: XmlNode): string {
  return written(node, ({ name }) => VOID.has(name))
}
