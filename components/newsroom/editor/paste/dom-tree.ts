import type { HtmlNode } from '#domain/from-html/tree.ts'

/** No text that a person wrote is nested deeper. */
const MOST_DEPTH = 400

function nodesOf(parent: Node, depth: number): HtmlNode[] {
  if (depth > MOST_DEPTH) return []
  return Array.from(parent.childNodes).flatMap((node): HtmlNode[] => {
    if (node.nodeType === Node.TEXT_NODE) return [node.nodeValue ?? '']
    if (!(node instanceof Element)) return []
    const attrs = Object.fromEntries(Array.from(node.attributes, ({ name, value }) => [name, value]))
    return [{ tag: node.localName, attrs, children: nodesOf(node, depth + 1) }]
  })
}

/** The body of a parsed document as a plain tree. A document that DOMParser made runs no script and loads nothing. */
export function treeOfDocument(parsed: Document): HtmlNode[] {
  return nodesOf(parsed.body, 0)
}
