import { imagesOf, type Block, type Inline, type ListItem, type List } from '../document/schema.ts'
import { sourcesOf } from '../document/sources.ts'
import { acceptedBody } from '../document/suggestions.ts'
import type { Rights } from '../media.ts'
import type { PlacementInput, StoryContent } from '../story.ts'
import type { CopyBlock, CopyBlockKind, CopyPicture, CopyPictureField, CopyText } from './finding.ts'

/** What a story does not say itself, but its rules need. */
export type CopyContext = {
  section: { slug: string; name: string } | null
  /** Everybody who may sign, graduates included. */
  staff: readonly { staffId: string; name: string }[]
  paperWords: readonly string[]
  /** By asset id; `people`: one name a line. */
  assets: Readonly<Record<string, { rights: Rights; people?: string }>>
}

type Words = Pick<CopyBlock, 'text' | 'links' | 'gaps'>

function wordsOf(content: readonly Inline[] | undefined): Words {
  const words: Words = { text: '', links: [], gaps: [] }
  for (const node of content ?? []) {
    const text = node.type === 'text' ? node.text : '\n'
    const marks = node.type === 'text' ? (node.marks ?? []) : []
    const at = words.text.length
    if (marks.some(({ type }) => type === 'deletion')) {
      words.gaps.push({ at, length: text.length })
      continue
    }
    words.text += text
    for (const mark of marks) {
      if (mark.type !== 'link') continue
      const before = words.links.at(-1)
      // Bold inside a link splits it into several nodes; it is one link to a reader.
      if (before !== undefined && before.to === at && before.href === mark.attrs.href) before.to = words.text.length
      else words.links.push({ from: at, to: words.text.length, href: mark.attrs.href })
    }
  }
  return words
}

type Piece = Omit<CopyBlock, 'index'>

function piecesOf(block: Block | ListItem, within: CopyBlockKind | null): Piece[] {
  switch (block.type) {
    case 'paragraph':
      return [{ kind: within ?? 'paragraph', level: null, ...wordsOf(block.content) }]
    case 'heading':
      return [{ kind: 'heading', level: block.attrs.level, ...wordsOf(block.content) }]
    case 'pullQuote':
      return [{ kind: 'pullQuote', level: null, ...wordsOf(block.content) }]
    case 'blockquote':
      return block.content.flatMap((inner) => piecesOf(inner, 'quote'))
    case 'bulletList':
    case 'orderedList':
      return listPieces(block, within ?? 'listItem')
    case 'listItem':
      return block.content.flatMap((inner) => piecesOf(inner, within))
    case 'factBox':
      return block.content.flatMap((inner) => piecesOf(inner, 'factBox'))
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap((inner) => piecesOf(inner, 'tableCell'))))
    case 'image':
    case 'gallery':
    case 'missingPicture':
    case 'divider':
    case 'relatedStory':
    case 'scoreboard':
    case 'poll':
    case 'embed':
      return []
  }
}

function listPieces(list: List, kind: CopyBlockKind): Piece[] {
  return list.content.flatMap((item) => piecesOf(item, kind))
}

function pictureOf(field: CopyPictureField, { assetId, caption, alt, credit }: PlacementInput, assets: CopyContext['assets']): CopyPicture {
  const asset = assets[assetId]
  const people = (asset?.people ?? '').split('\n').map((name) => name.trim()).filter((name) => name !== '')
  return { field, caption, alt, credit, rights: asset?.rights ?? null, people }
}

const nameOf = (staffId: string, staff: CopyContext['staff']) => staff.find((member) => member.staffId === staffId)?.name ?? ''

/** Whether stories of a section report without opinion: the one that calls itself news. */
export function isNewsSection(section: { slug: string; name: string } | null): boolean {
  return section !== null && (/\bnews\b/i.test(section.name) || /(?:^|-)news(?:-|$)/.test(section.slug))
}

/** A story as the copy desk reads it. Never throws; a staff member whom `staff` lacks has the name ''. */
export function copyTextOf(content: StoryContent, { section, staff, paperWords, assets }: CopyContext): CopyText {
  const { headline, deck, bylines, lead, body } = content
  return {
    headline,
    deck,
    section,
    isNews: isNewsSection(section),
    bylines: bylines.map(({ staffId, name, credit }) =>
      staffId === null ? { name: name ?? '', credit, onStaff: false } : { name: nameOf(staffId, staff), credit, onStaff: true },
    ),
    staffNames: staff.map(({ name }) => name),
    paperWords: [...paperWords],
    blocks: body.content.flatMap((block) => piecesOf(block, null)).map((piece, index) => ({ index, ...piece })),
    sources: sourcesOf(acceptedBody(body)).sources.map(({ note }) => note),
    pictures: [
      ...(lead === null ? [] : [pictureOf('lead', lead, assets)]),
      ...imagesOf(body).map(({ attrs }, index) => pictureOf(`image-${index + 1}`, attrs, assets)),
    ],
  }
}

/** An offset in a block's text as an offset in the block itself, where words that are to be deleted still stand. */
export function offsetInBlock({ gaps }: Pick<CopyBlock, 'gaps'>, offset: number): number {
  return gaps.reduce((at, gap) => (gap.at < offset ? at + gap.length : at), offset)
}
