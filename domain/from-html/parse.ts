import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import type { HtmlNode } from './tree.ts'

type Parsed = DefaultTreeAdapterTypes.ChildNode

/** No text that a person wrote is nested deeper. */
const MOST_DEPTH = 400

function nodesOf(nodes: readonly Parsed[], depth = 0): HtmlNode[] {
  if (depth > MOST_DEPTH) return []
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.nodeName === '#text' && 'value' in node) return [node.value]
    if (!('tagName' in node)) return []
    const attrs = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    return [{ tag: node.tagName, attrs, children: nodesOf(node.childNodes, depth + 1) }]
  })
}

/** The tree of an HTML text, as the HTML standard parses it (parse5). For the server; browsers have a parser of their own. */
export function treeOfHtml(html: string): HtmlNode[] {
  return nodesOf(parseFragment(html).childNodes)
}
