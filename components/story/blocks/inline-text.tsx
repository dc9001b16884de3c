import type { ReactNode } from 'react'
import { directionOf } from '#domain/document/foreign.ts'
import { isSafeHref, type Inline, type Mark } from '#domain/document/schema.ts'
import type { SourceSign } from '#domain/document/sources.ts'
import { sourceId, type Around } from '../around.ts'

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
    case 'lang':
      return (
        <span lang={mark.attrs.lang} dir={directionOf(mark.attrs.lang)}>
          {text}
        </span>
      )
    // Its sign stands behind the passage: see InlineNode below.
    case 'source':
      return text
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

/** The words of one block, with bold, italics, links, line breaks, other languages and the signs of sources. */
export function InlineText({ content, around }: { content: readonly Inline[] | undefined; around: Around }) {
  return (content ?? []).map((node, index) => <InlineNode key={index} node={node} around={around} />)
}

function InlineNode({ node, around }: { node: Inline; around: Around }) {
  const sign = around.signs.get(node)
  if (sign === undefined) return inline(node)
  return (
    <>
      {inline(node)}
      <Sign sign={sign} around={around} />
    </>
  )
}

function Sign({ sign, around }: { sign: SourceSign; around: Around }) {
  return (
    <sup className="source-sign" data-outside-text="">
      <a id={sourceId(sign.number, sign.place)} href={`#${sourceId(sign.number)}`} aria-label={around.words.source(sign.number)}>
        {sign.number}
      </a>
    </sup>
  )
}
