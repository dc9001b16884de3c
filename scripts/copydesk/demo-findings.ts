import { copyTextOf } from '#domain/copydesk/copy-text.ts'
import type { CopyText, LeveledFinding } from '#domain/copydesk/finding.ts'
import { copydeskFindings } from '#domain/copydesk/rules.ts'
import { DEFAULT_SETTINGS } from '#domain/copydesk/settings.ts'
import { plainText, wordCount } from '#domain/document/plain-text.ts'
import type { Block } from '#domain/document/schema.ts'
import type { StoryContent } from '#domain/story.ts'
import { DEMO_ACCOUNTS } from '../../prisma/seed/accounts.ts'
import type { DemoPicture, DemoStory, Writer } from '../../prisma/seed/copy.ts'
import { ARTS } from '../../prisma/seed/stories/arts.ts'
import { FEATURES } from '../../prisma/seed/stories/features.ts'
import { IN_EDITING, IN_REVIEW, IN_REVIEW_UNMET, READY, SENT_BACK, TAKEN_OUT } from '../../prisma/seed/stories/in-progress.ts'
import { NEWS } from '../../prisma/seed/stories/news.ts'
import { OCTOBER } from '../../prisma/seed/stories/october.ts'
import { OPINION } from '../../prisma/seed/stories/opinion.ts'
import { SEPTEMBER } from '../../prisma/seed/stories/september.ts'
import { SPORTS } from '../../prisma/seed/stories/sports.ts'
import { TEMPLATES } from '../../prisma/seed/stories/templates.ts'

const STORIES: readonly DemoStory[] = [...NEWS, ...OPINION, ...FEATURES, ...ARTS, ...SPORTS, ...OCTOBER, ...SEPTEMBER, ...TEMPLATES, SENT_BACK, IN_EDITING, IN_REVIEW, IN_REVIEW_UNMET, READY, TAKEN_OUT]
const NAMES: Record<Writer, string> = { ines: nameOf('Ines'), marlow: nameOf('Marlow'), theo: nameOf('Theo') }
const STAFF = DEMO_ACCOUNTS.map(({ name }) => ({ staffId: name, name }))

function nameOf(firstName: string): string {
  const account = DEMO_ACCOUNTS.find(({ name }) => name.startsWith(firstName))
  if (account === undefined) throw new Error(`The demo paper has nobody called ${firstName}.`)
  return account.name
}

const placed = ({ file, caption, alt, artist }: DemoPicture) => ({ assetId: file, caption, alt, credit: `Illustration by ${NAMES[artist]}` })

function blockOf(block: DemoStory['body'][number]): Block {
  if (block.type === 'demoImage') return { type: 'image', attrs: placed(block.picture) }
  return block.type === 'demoGallery' ? { type: 'gallery', content: block.pictures.map((picture) => ({ type: 'image', attrs: placed(picture) })) } : block
}

function contentOf(story: DemoStory): StoryContent {
  return {
    ...story,
    slug: '',
    sectionId: null,
    bylines: story.bylines.map((byline) => ('who' in byline ? { staffId: NAMES[byline.who], name: null, credit: byline.credit } : { staffId: null, ...byline })),
    lead: story.lead === undefined ? null : placed(story.lead),
    body: { type: 'doc', content: story.body.map(blockOf) },
  }
}

const picturesOf = ({ lead, body }: StoryContent) => [lead, ...body.content.map((block) => (block.type === 'image' ? block.attrs : null))].filter((picture) => picture !== null)

function copyOf(content: StoryContent, section: string): CopyText {
  const assets = Object.fromEntries(picturesOf(content).map(({ assetId }) => [assetId, { rights: 'STAFF' as const }]))
  return copyTextOf(content, { section: { slug: section.toLowerCase(), name: section }, staff: STAFF, paperWords: [], assets })
}

const wordsOf = (content: StoryContent) => wordCount([content.headline, content.deck, plainText(content.body), ...picturesOf(content).map(({ caption }) => caption)].join('\n'))

export type DemoFindings = { section: string; headline: string; words: number; findings: LeveledFinding[] }

/** What the copy desk says about each story of the demo paper, as its pages would show it; `words`: headline, deck, text and captions. */
export function demoFindings(): DemoFindings[] {
  return STORIES.map((story) => {
    const content = contentOf(story)
    return { section: story.section, headline: story.headline, words: wordsOf(content), findings: copydeskFindings(copyOf(content, story.section), DEFAULT_SETTINGS) }
  })
}

/** Findings for every 300 words, over all stories. */
export function ratePer300(stories: readonly DemoFindings[]): number {
  const sum = (count: (story: DemoFindings) => number) => stories.reduce((total, story) => total + count(story), 0)
  return (sum(({ findings }) => findings.length) * 300) / sum(({ words }) => words)
}
