import { plainText } from './document/plain-text.ts'
import { imagesOf } from './document/schema.ts'
import { nameFinder, type NameEntry } from './opt-out.ts'
import type { CheckField, UnmetCheck } from './publish-checks.ts'
import type { PlacementInput, StoryContent } from './story.ts'
import { templateFacts } from './story-template.ts'

/** A text of a story, and where it stands; `where` goes on "A name … is in". */
export type NamedPassage = { field: CheckField; where: string; text: string; fileName: boolean }

/** What is asked of a picture's file besides its words in the story. `people`: who can be seen. */
export type PictureNames = { fileName: string; people: readonly string[] }
type Pictures = Readonly<Record<string, PictureNames>>

function picturePassages(picture: PlacementInput, field: CheckField, name: string, pictures: Pictures): NamedPassage[] {
  const words = (['caption', 'alt', 'credit'] as const).map((part) => ({ field, where: `the ${part === 'alt' ? 'alt text' : part} of ${name}`, text: picture[part], fileName: false }))
  return [...words, { field, where: `the file name of ${name}`, text: readableFileName(pictures[picture.assetId]?.fileName ?? ''), fileName: true }]
}

/** A file name with what web addresses do to it undone. */
export function readableFileName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name.replace(/%20/g, ' ')
  }
}

function bodyPassages({ body }: Pick<StoryContent, 'body'>, pictures: Pictures): NamedPassage[] {
  const text = plainText(body).split('\n')
  const besides = body.content.flatMap((block) => {
    if (block.type === 'pullQuote') return [block.attrs.attribution]
    if (block.type === 'missingPicture') return [block.attrs.caption, block.attrs.alt]
    if (block.type === 'embed') return [block.attrs.stillAlt ?? '', block.attrs.stillCredit ?? '']
    return []
  })
  const files = body.content.flatMap((block) => {
    if (block.type === 'missingPicture') return [block.attrs.name]
    return block.type === 'embed' && block.attrs.stillAssetId !== undefined ? [pictures[block.attrs.stillAssetId]?.fileName ?? ''] : []
  })
  return [
    ...[...text, ...besides].map((line) => ({ field: 'body' as const, where: 'the text', text: line, fileName: false })),
    ...files.map((name) => ({ field: 'body' as const, where: 'the name of a file in the text', text: readableFileName(name), fileName: true })),
  ]
}

/** Every text of a story that a name could stand in. `bylines`: the names that sign it, as readers would see them. */
export function passagesOf(content: StoryContent, bylines: readonly string[], pictures: Pictures): NamedPassage[] {
  const plain = (field: CheckField, where: string, text: string) => ({ field, where, text, fileName: false })
  return [
    plain('headline', 'the headline', content.headline),
    plain('deck', 'the deck', content.deck),
    { field: 'headline' as const, where: 'the web address', text: content.slug, fileName: true },
    ...(content.template === undefined ? [] : templateFacts(content.template)).map(({ value }) => plain('template', 'the facts of the review', value)),
    ...content.tags.map((tag) => plain('headline', 'the topics', tag)),
    ...bylines.map((name) => plain('bylines', 'the bylines', name)),
    ...(content.lead === null ? [] : picturePassages(content.lead, 'lead', 'the lead picture', pictures)),
    ...imagesOf(content.body).flatMap(({ attrs }, index) => picturePassages(attrs, `image-${index + 1}`, `picture ${index + 1}`, pictures)),
    ...bodyPassages(content, pictures),
  ].filter(({ text }) => text !== '')
}

/** A note for readers on a story. */
export function notePassage(text: string, where = 'the note for readers'): NamedPassage {
  return { field: 'notes', where, text, fileName: false }
}

/** Somebody of the opt-out list who is named, in the writer's own words. */
export type OptOutHit = { optOutId: string; field: CheckField; where: string; passage: string }

/** Who of the list is named where; each passage once. */
export function optOutHits(passages: readonly NamedPassage[], list: readonly NameEntry[]): OptOutHit[] {
  if (list.length === 0) return []
  const find = nameFinder(list)
  const hits = passages.flatMap(({ field, where, text, fileName }) => find(text, { fileName }).map(({ id, start, end }) => ({ optOutId: id, field, where, passage: text.slice(start, end) })))
  const known = new Set<string>()
  return hits.filter(({ optOutId, field, where, passage }) => {
    const key = JSON.stringify([optOutId, field, where, passage])
    return !known.has(key) && known.add(key).size > 0
  })
}

/** Everybody who found a name is told the passage, which they wrote, and not who is on the list, nor why. */
export function optOutChecks(hits: readonly OptOutHit[], allowed: ReadonlySet<string>): UnmetCheck[] {
  const messages = new Map<string, UnmetCheck>()
  for (const { optOutId, field, where, passage } of hits) {
    if (allowed.has(optOutId)) continue
    const message = `A name on the opt-out list is in ${where} (“${passage}”): ask your adviser.`
    messages.set(field + message, { field, message, waitsFor: 'adviser' })
  }
  return [...messages.values()]
}

/** For a paper that never puts a name to a picture: who can be seen in a picture and is named in its words. */
export function pictureNameChecks(content: StoryContent, pictures: Pictures): UnmetCheck[] {
  const placed: [PlacementInput, CheckField, string][] = [
    ...(content.lead === null ? [] : [[content.lead, 'lead', 'Lead picture'] as [PlacementInput, CheckField, string]]),
    ...imagesOf(content.body).map(({ attrs }, index): [PlacementInput, CheckField, string] => [attrs, `image-${index + 1}`, `Picture ${index + 1}`]),
  ]
  return placed.flatMap(([picture, field, name]) => {
    const people = pictures[picture.assetId]?.people ?? []
    const find = nameFinder(people.map((person) => ({ id: person, names: [person] })))
    const found = [picture.caption, picture.alt].flatMap((text) => find(text).map(({ start, end }) => text.slice(start, end)))
    return [...new Set(found)].map((passage) => ({ field, message: `${name}: this paper never puts a name to a picture, and “${passage}” can be seen here. Take the name out of caption and alt text.` }))
  })
}
