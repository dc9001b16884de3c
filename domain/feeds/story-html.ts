import { directionOf } from '../document/foreign.ts'
import { siteOf } from '../document/embed-address.ts'
import { isSafeHref, isTranscriptAddress, type Block, type Embed, type Inline, type List, type Mark, type Paragraph, type Table, type TableCell } from '../document/schema.ts'
import { sourcesOf, type Source, type SourceSigns } from '../document/sources.ts'
import { rejectedBody } from '../document/suggestions.ts'
import type { AssetView } from '../media.ts'
import { paperDate, type Telling } from '../paper-date.ts'
import { gameDay, gameTitle, outcomeText, teamName } from '../sports/words.ts'
import type { CorrectionView, LiveParts, PictureView, RelatedStoryView, StoryView } from '../story-view.ts'
import { wordsOf } from '../words/words.ts'
import { feedPicture, known } from './pictures.ts'
import { templateFoot, templateHead } from './template-html.ts'
import { element, htmlText, type XmlElement, type XmlNode } from './xml.ts'

/**
 * The full text of a story for feed readers: the plain elements that all of them know, absolute addresses, no style, no script, no frame.
 * It is a tree of elements, so that no word of a story can become one.
 */

type Place = Telling & { origin: string }
type TextPlace = Place & { signs: SourceSigns }
type Around = TextPlace & { assets: Readonly<Record<string, AssetView>>; related: Readonly<Record<string, RelatedStoryView>>; live: LiveParts | undefined }

/** What stands in the text, without what is empty. */
const withWords = (name: string, children: readonly XmlNode[]): XmlElement[] => (children.length === 0 ? [] : [element(name, {}, children)])

function absolute(href: string, origin: string): string {
  return href.startsWith('/') ? `${origin}${href}` : href
}

function marked(inside: XmlNode, mark: Mark, origin: string): XmlNode {
  switch (mark.type) {
    case 'bold':
      return element('strong', {}, [inside])
    case 'italic':
      return element('em', {}, [inside])
    case 'lang':
      return element('span', { lang: mark.attrs.lang, dir: directionOf(mark.attrs.lang) }, [inside])
    // Its sign stands behind the passage: see inlines below.
    case 'source':
      return inside
    case 'link': {
      const { href } = mark.attrs
      // A place on the same page is nowhere in a feed.
      if (!isSafeHref(href) || href.startsWith('#')) return inside
      return href.startsWith('/') ? element('a', { href: absolute(href, origin) }, [inside]) : outside(href, [inside])
    }
    // Open suggestions are no part of the story: see rejectedBody below.
    case 'insertion':
    case 'deletion':
      return inside
  }
}

const outside = (href: string, children: readonly XmlNode[]) => element('a', { href, rel: 'noopener nofollow' }, children)

function inlines(content: readonly Inline[] | undefined, { origin, signs }: TextPlace): XmlNode[] {
  return (content ?? []).flatMap((node): XmlNode[] => {
    if (node.type === 'hardBreak') return [element('br')]
    const words = (node.marks ?? []).reduceRight<XmlNode>((inside, mark) => marked(inside, mark, origin), node.text)
    const sign = signs.get(node)
    return sign === undefined ? [words] : [words, element('sup', {}, `[${sign.number}]`)]
  })
}

const paragraph = (block: Paragraph, place: TextPlace) => withWords('p', inlines(block.content, place))

function list(block: List, place: TextPlace): XmlElement {
  return element(block.type === 'bulletList' ? 'ul' : 'ol', {}, block.content.map((item) => element('li', {}, parts(item.content, place))))
}

function parts(content: readonly (Paragraph | List)[], place: TextPlace): XmlElement[] {
  return content.flatMap((part) => (part.type === 'paragraph' ? paragraph(part, place) : [list(part, place)]))
}

function cell({ type, content }: TableCell, place: TextPlace): XmlElement {
  const words = content.map((part) => inlines(part.content, place)).filter((part) => part.length > 0)
  // Cells hold words and line breaks: feed readers space paragraphs as in running text.
  return element(type === 'tableHeader' ? 'th' : 'td', {}, words.flatMap((part, index) => (index === 0 ? part : [element('br'), ...part])))
}

function table({ attrs, content }: Table, place: TextPlace): XmlElement {
  const rows = content.map((row) => element('tr', {}, row.content.map((one) => cell(one, place))))
  return element('table', {}, [...(attrs.caption === '' ? [] : [element('caption', {}, attrs.caption)]), element('tbody', {}, rows)])
}

function figure({ asset, alt, caption, credit }: PictureView, { origin }: Place): XmlElement[] {
  const picture = feedPicture(asset, origin)
  if (picture === null) return []
  const img = element('img', { src: picture.url, width: String(picture.width), height: String(picture.height), alt })
  const words = [caption, credit].filter((part) => part !== '').join(' ')
  return [element('figure', {}, [img, ...(words === '' ? [] : [element('figcaption', {}, words)])])]
}

/** What lies elsewhere is a link, with its still picture where one stands for it: a feed loads no players. */
function embed({ attrs }: Embed, around: Around): XmlElement[] {
  const { url, title, stillAssetId, stillAlt = '', stillCredit = '', transcript = '' } = attrs
  if (!isSafeHref(url)) return []
  const still = known(around.assets, stillAssetId)
  return [
    ...(still === undefined ? [] : figure({ asset: still, alt: stillAlt, caption: '', credit: stillCredit }, around)),
    element('p', {}, [outside(url, [title === '' ? url : title]), ` (${siteOf(url)})`]),
    ...(isTranscriptAddress(transcript) ? [element('p', {}, [outside(transcript, [wordsOf(around.language).story.readTranscript])])] : []),
  ]
}

function related(story: RelatedStoryView | undefined, { origin, language }: Place): XmlElement[] {
  return story === undefined ? [] : [element('p', {}, [`${wordsOf(language).story.relatedStory}: `, element('a', { href: absolute(story.path, origin) }, story.headline)])]
}

/** A score in a line, with the way to its team. */
function score(gameId: string, { live, origin }: Around): XmlElement[] {
  const line = live === undefined ? undefined : known(live.games, gameId)
  if (live === undefined || line === undefined) return []
  const { team, game } = line
  const words = [gameTitle(game, live.language), outcomeText(game, live.language) ?? gameDay(game, live.timeZone, live.language)].join(': ')
  return [element('p', {}, [element('a', { href: `${origin}/scores/${team.slug}` }, `${team.shortName} ${teamName(team, live.language)}`), ` ${words}`])]
}

/** A poll cannot be voted on in a feed: its question leads to where it can. */
function poll(pollId: string, { live, origin }: Around): XmlElement[] {
  const view = live === undefined ? undefined : known(live.polls, pollId)
  return view === undefined ? [] : [element('p', {}, [element('a', { href: `${origin}/polls/${view.id}` }, view.question)])]
}

function pullQuote(block: Extract<Block, { type: 'pullQuote' }>, place: TextPlace): XmlElement[] {
  const words = inlines(block.content, place)
  if (words.length === 0) return []
  const { attribution } = block.attrs
  return [element('blockquote', {}, [element('p', {}, words), attribution === '' ? null : element('p', {}, attribution)])]
}

function image(attrs: { assetId: string; caption: string; alt: string; credit: string }, around: Around): XmlElement[] {
  const asset = known(around.assets, attrs.assetId)
  return asset === undefined ? [] : figure({ asset, caption: attrs.caption, alt: attrs.alt, credit: attrs.credit }, around)
}

function blockOf(block: Block, around: Around): XmlElement[] {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block, around)
    case 'heading':
      return withWords(block.attrs.level === 2 ? 'h2' : 'h3', inlines(block.content, around))
    case 'bulletList':
    case 'orderedList':
      return [list(block, around)]
    case 'blockquote':
      return withWords('blockquote', block.content.flatMap((one) => paragraph(one, around)))
    case 'pullQuote':
      return pullQuote(block, around)
    case 'image':
      return image(block.attrs, around)
    case 'gallery':
      return block.content.flatMap(({ attrs }) => image(attrs, around))
    case 'divider':
      return [element('hr')]
    case 'factBox':
      return [...(block.attrs.title === '' ? [] : [element('h3', {}, block.attrs.title)]), ...parts(block.content, around)]
    case 'table':
      return [table(block, around)]
    case 'relatedStory':
      return related(known(around.related, block.attrs.storyId), around)
    case 'scoreboard':
      return score(block.attrs.gameId, around)
    case 'poll':
      return poll(block.attrs.pollId, around)
    case 'embed':
      return embed(block, around)
    case 'missingPicture':
      return []
  }
}

function note({ kind, text, at, replaced }: CorrectionView, place: Place): XmlElement {
  const words = wordsOf(place.language).telling
  const before = replaced === null ? '' : ` ${words.replaces}${paperDate(replaced, place)}${words.replaced}`
  return element('p', {}, [element('strong', {}, `${kind === 'CORRECTION' ? words.correction : words.update}, ${paperDate(at, place)}:`), ` ${text}${before}`])
}

/** As on the story's page: that it was corrected stands above its text, the notes themselves below. */
function corrections(notes: readonly CorrectionView[], place: Place): { above: XmlElement[]; below: XmlElement[] } {
  const words = wordsOf(place.language).telling
  const last = notes.findLast(({ kind }) => kind === 'CORRECTION')
  return {
    above: last === undefined ? [] : [element('p', {}, [element('em', {}, `${words.correctedOn}${paperDate(last.at, place)}.`)])],
    below: notes.length === 0 ? [] : [element('h2', {}, last === undefined ? words.updates : words.corrections), ...notes.map((one) => note(one, place))],
  }
}

const NO_SOURCES = { sources: [], signs: new Map() }

function sourceList(sources: readonly Source[], name: string): XmlElement[] {
  if (sources.length === 0) return []
  const line = ({ note, href }: Source) => element('li', {}, href === null || !isSafeHref(href) ? [note] : [`${note} `, outside(href, [href])])
  return [element('h2', {}, name), element('ol', {}, sources.map(line))]
}

/** The text of a live story as HTML for feed readers: lead picture, body as readers see it, notes. `origin`: of the paper, without a slash at its end. */
export function storyHtml(story: StoryView, place: Place): string {
  const words = wordsOf(place.language).story
  const text = story.body === null ? null : rejectedBody(story.body)
  const { sources, signs } = text === null ? NO_SOURCES : sourcesOf(text)
  const around: Around = { ...place, signs, assets: story.assets, related: story.related, live: story.live }
  const { above, below } = corrections(story.corrections, place)
  const body = text === null ? [element('p', {}, words.unreadable)] : [...text.content.flatMap((block) => blockOf(block, around)), ...sourceList(sources, words.sources)]
  return [...templateHead(story, words), ...above, ...(story.lead === null ? [] : figure(story.lead, place)), ...body, ...templateFoot(story, words), ...below].map(htmlText).join('\n')
}
