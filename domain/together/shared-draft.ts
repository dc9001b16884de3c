import * as Y from 'yjs'
import { z } from 'zod'
import type { Problem } from '../result.ts'
import { storable, storableDeep } from '../storable.ts'
import { placementSchema, storyContentSchema, type BylineInput, type StoryContent } from '../story.ts'
import { looseTemplate, type StoryTemplate } from '../story-template.ts'
import { readBody } from './body-json.ts'
import { setText } from './set-text.ts'
import { writeBody } from './write-body.ts'

export { isAllowedUpdate, MAX_STATE_BYTES, MAX_UPDATE_BYTES } from './allowed-update.ts'
export { setText } from './set-text.ts'

/**
 * The shared document of a story, which several people change at once (Yjs): `body` is an XmlFragment in the form of
 * y-prosemirror; `headline`, `deck`, `leadCaption`, `leadAlt` and `leadCredit` are Texts; `fields` is a Map of plain
 * values where the last writer wins.
 */
export const BODY = 'body'
export const FIELDS = 'fields'
export const SHARED_TEXTS = ['headline', 'deck', 'leadCaption', 'leadAlt', 'leadCredit'] as const
export type SharedText = (typeof SHARED_TEXTS)[number]

/** The values of `fields`: plain, the last writer of each wins. */
export type SharedFields = { slug: string; sectionId: string | null; tags: string[]; bylines: BylineInput[]; leadAssetId: string | null; template: StoryTemplate | null }

/** The parts of a shared document, typed. */
export function partsOfDraft(doc: Y.Doc): { body: Y.XmlFragment; fields: Y.Map<unknown>; text: (name: SharedText) => Y.Text } {
  return { body: doc.getXmlFragment(BODY), fields: doc.getMap(FIELDS), text: (name) => doc.getText(name) }
}

const uuid = z.uuid().nullable().catch(null)
const text = z.string().catch('')
const looseByline = z.object({ staffId: uuid, name: z.string().nullable().catch(null), credit: text })
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function tagsIn(value: unknown): string[] {
  return list(value).flatMap((tag) => (typeof tag === 'string' && tag.trim() !== '' ? [tag] : []))
}

function bylinesIn(value: unknown): BylineInput[] {
  return list(value).flatMap((entry) => {
    const byline = looseByline.safeParse(entry)
    return byline.success ? [byline.data] : []
  })
}

/**
 * What a shared document says. Total: junk is left out. `problems` tells why it cannot become a revision as it is, each
 * beside its field; `content` holds what was written all the same.
 */
export function contentFrom(doc: Y.Doc): { content: StoryContent; problems: Problem[] } {
  const { body, fields, text: shared } = partsOfDraft(doc)
  const plain = storableDeep(fields.toJSON())
  const values: Record<string, unknown> = typeof plain === 'object' && plain !== null ? { ...plain } : {}
  const words = (name: SharedText) => storable(shared(name).toString())
  const { document, pictures } = readBody(body)
  const assetId = uuid.parse(values.leadAssetId)
  const template = looseTemplate(values.template)
  const content: StoryContent = {
    headline: words('headline'),
    deck: words('deck'),
    slug: text.parse(values.slug),
    sectionId: uuid.parse(values.sectionId),
    tags: tagsIn(values.tags),
    bylines: bylinesIn(values.bylines),
    lead: assetId === null ? null : { assetId, caption: words('leadCaption'), alt: words('leadAlt'), credit: words('leadCredit') },
    body: document,
    ...(template === null ? {} : { template }),
  }
  return { content, problems: [...contentProblems(content), ...pictureProblems(pictures)] }
}

const FOR_PROGRAMMERS = /^(?:Invalid|Too (?:big|small)|Unrecognized)/
const FIELD_NAMES: Readonly<Record<string, string>> = { sectionId: 'section' }

/** What keeps this content from being a revision, in the words of domain/story.ts, each beside its field of the editor. */
function contentProblems(content: StoryContent): Problem[] {
  const parsed = storyContentSchema.safeParse(content)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }): Problem => {
    const [first] = path
    const field = typeof first === 'string' ? (FIELD_NAMES[first] ?? first) : 'body'
    return { field, message: FOR_PROGRAMMERS.test(message) ? 'Part of this cannot be stored. Undo your last change and try again.' : message }
  })
}

function pictureProblems(pictures: readonly Readonly<Record<string, unknown>>[]): Problem[] {
  const placed = pictures.filter(({ assetId }) => z.uuid().safeParse(assetId).success)
  return placed.flatMap(({ assetId, caption = '', alt = '', credit = '' }, index): Problem[] => {
    const picture = placementSchema.safeParse({ assetId, caption, alt, credit })
    return picture.success ? [] : picture.error.issues.map(({ message }) => ({ field: `image-${index + 1}`, message: `Picture ${index + 1}: ${message}` }))
  })
}

/**
 * Makes a shared document say `content` by the smallest change, in one transaction: blocks that are equal are not
 * touched, texts change by characters, so that what others write meanwhile stays.
 */
export function writeContent(doc: Y.Doc, content: StoryContent, origin?: unknown): void {
  const { body, fields, text: shared } = partsOfDraft(doc)
  doc.transact(() => {
    setText(shared('headline'), content.headline)
    setText(shared('deck'), content.deck)
    setText(shared('leadCaption'), content.lead?.caption ?? '')
    setText(shared('leadAlt'), content.lead?.alt ?? '')
    setText(shared('leadCredit'), content.lead?.credit ?? '')
    const now: Record<string, unknown> = { ...fields.toJSON(), ...(fields.has('bylines') ? { bylines: bylinesIn(fields.get('bylines')) } : {}) }
    const values: SharedFields = { slug: content.slug, sectionId: content.sectionId, tags: content.tags, bylines: content.bylines, leadAssetId: content.lead?.assetId ?? null, template: content.template ?? null }
    for (const [name, value] of Object.entries(values)) {
      if (JSON.stringify(now[name] ?? null) !== JSON.stringify(value)) fields.set(name, value)
    }
    writeBody(body, content.body)
  }, origin)
}

/** A new shared document that says `content`. */
export function newSharedDraft(content: StoryContent): Y.Doc {
  const doc = new Y.Doc()
  writeContent(doc, content)
  return doc
}
