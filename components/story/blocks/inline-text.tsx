import type { ReactNode } from 'react'
import { isSafeHref, type Inline, type Mark } from '#domain/document/schema.ts'

function isOutside(href: string): boolean {
  return !href.startsWith('/') && !href.startsWith('#')
}

function marked(text: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{text}</strong>
    case 'italic':
      return <em>{text}</em>
    case 'link':
      if (!isSafeHref(mark.attrs.href)) return text
      return isOutside(mark.attrs.href) ? (
        <a href={mark.attrs.href} rel="noopener nofollow">
          {text}
        </a>
      ) : (
        <a href={mark.attrs.href}>{text}</a>
      )
    // Open suggestions are no part of the story: see rejectedBody in body.tsx.
    case 'insertion':
    case 'deletion':
      return text
    default:
      return mark satisfies never
  }
}

function inline(node: Inline): ReactNode {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduceRight<ReactNode>(marked, node.text)
    case 'hardBreak':
      return <br />
    default:
      return node satisfies never
  }
}

/** The words of one block, with bold, italics, links and line breaks. */
export function InlineText({ content }: { content: readonly Inline[] | undefined }) {
  return (content ?? []).map((node, index) => <InlineNode key={index} node={node} />)
}

function InlineNode({ node }: { node: Inline }) {
  return inline(node)
}
