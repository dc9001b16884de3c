/**
 * HTML as a plain tree, from whichever parser is at hand (a browser's DOMParser, parse5 on the server): lower-case tags
 * and attribute names, no comments. What becomes of it is decided in blocks.ts; nothing of it is ever rendered.
 */
export type HtmlElement = { tag: string; attrs: Readonly<Record<string, string>>; children: readonly HtmlNode[] }
export type HtmlNode = string | HtmlElement

/** The value of one property of a style attribute, lower-case; '' where it has none. */
export function styleOf(element: HtmlElement, property: string): string {
  const style = element.attrs.style ?? ''
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, 'i').exec(style)
  return (found?.[1] ?? '').trim().toLowerCase()
}

/** All text below a node. */
export function textIn(node: HtmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join('')
}

const NEVER_SHOWN = new Set(['head', 'title', 'meta', 'link', 'style', 'script', 'noscript', 'template', 'base', 'object', 'embed', 'svg', 'math', 'canvas', 'button', 'input', 'select', 'textarea', 'nav', 'xml', 'dialog'])

/** Whether a reader of the page would not see this element: code, controls, what a style hides, what a tracked change took out. */
export function isHidden(element: HtmlElement): boolean {
  if (NEVER_SHOWN.has(element.tag) || element.attrs.hidden !== undefined) return true
  // Word keeps the bullet or number of a list in a span of its own.
  if (styleOf(element, 'mso-list') === 'ignore' || styleOf(element, 'mso-hide') === 'all') return true
  if (element.tag === 'del' && (element.attrs.datetime !== undefined || element.attrs.cite !== undefined)) return true
  return styleOf(element, 'display') === 'none' || styleOf(element, 'visibility') === 'hidden'
}
