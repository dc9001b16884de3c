import 'server-only'
import type { ReadableRevision } from '#domain/document/diff.ts'
import { EMPTY_DOCUMENT, storyDocumentSchema } from '#domain/document/schema.ts'
import type { StoryContent } from '#domain/story.ts'
import { storyTemplateSchema, type StoryTemplate } from '#domain/story-template.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { log } from '../log.ts'

/** Everything of a revision that a reader would see; the one select for it. */
export const REVISION_CONTENT = {
  id: true,
  number: true,
  headline: true,
  deck: true,
  slug: true,
  sectionId: true,
  body: true,
  template: true,
  section: { select: { slug: true, name: true, needsRiskChecklist: true } },
  bylines: { orderBy: { position: 'asc' }, select: { staffId: true, name: true, credit: true, staff: { select: { name: true, bylineForm: true } } } },
  tags: { orderBy: { position: 'asc' }, select: { tag: { select: { name: true, slug: true } } } },
  placements: { where: { role: 'LEAD' }, select: { assetId: true, caption: true, alt: true, credit: true } },
} as const satisfies Prisma.RevisionSelect

export type RevisionRow = Prisma.RevisionGetPayload<{ select: typeof REVISION_CONTENT }>

/** The stored body, parsed again: stored JSON is untrusted. A broken one is logged and read as empty. */
export function bodyOf(revision: { id: string; body: Prisma.JsonValue }): StoryContent['body'] {
  const parsed = storyDocumentSchema.safeParse(revision.body)
  if (parsed.success) return parsed.data
  log.error({ revisionId: revision.id }, 'the body of this revision does not fit the document schema')
  return EMPTY_DOCUMENT
}

/** The stored template, parsed again; null: a standard story. A broken one is logged and read as standard. */
export function storedTemplate(revision: { id: string; template: Prisma.JsonValue }): StoryTemplate | null {
  if (revision.template === null) return null
  const parsed = storyTemplateSchema.safeParse(revision.template)
  if (parsed.success) return parsed.data
  log.error({ revisionId: revision.id }, 'the template of this revision does not fit its schema')
  return null
}

/** A stored revision as forms and commands know it. */
export function contentOf(revision: RevisionRow): StoryContent {
  const template = storedTemplate(revision)
  return {
    headline: revision.headline,
    deck: revision.deck,
    slug: revision.slug,
    sectionId: revision.sectionId,
    tags: revision.tags.map(({ tag }) => tag.name),
    bylines: revision.bylines.map(({ staffId, name, credit }) => ({ staffId, name, credit })),
    lead: revision.placements[0] ?? null,
    body: bodyOf(revision),
    ...(template === null ? {} : { template }),
  }
}

/** A stored revision with names in place of ids, for comparing. */
export function readable(revision: RevisionRow): ReadableRevision {
  return {
    content: contentOf(revision),
    address: revision.slug,
    section: revision.section?.name ?? '',
    bylines: revision.bylines.map(({ name, credit, staff }) => [staff?.name ?? name ?? '', credit].filter((part) => part !== '').join(', ')),
  }
}
