import 'server-only'
import { createHash } from 'node:crypto'
import { GROUNDS } from '#domain/look/colours.ts'
import { iconPath, ICONS, icoOf, manifestOf, type IconName } from '#domain/look/icons.ts'
import { initials } from '#domain/look/initials.ts'
import { coloursOf, FIRST_LOOK, type Look } from '#domain/look/look.ts'
import type { PaperView, PictureView, StoryAnswer, StoryView } from '#domain/story-view.ts'
import { log, reasonOf } from '../log.ts'
import { storage } from '../storage.ts'
import { drawIcon } from './drawing/icon.ts'
import { DeskBusy, drawing } from './drawing/kept.ts'
import { drawSocial, type SocialLead } from './drawing/social.ts'
import { logoBytes } from './logo.ts'

/** What came of asking for a picture that is drawn. `moved`: another one has taken its place. */
export type Drawn = { kind: 'picture'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'moved'; path: string } | { kind: 'none' } | { kind: 'busy' }

const lookOf = (paper: PaperView): Look => paper.look ?? FIRST_LOOK
const keyOf = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)

/** Drawn again when this changes: what is drawn, and how. */
const HAND = 1

/** The name of the icons as they are now. */
export function iconKey(paper: PaperView): string {
  const { accent, typefaces, logo } = lookOf(paper)
  return keyOf(HAND, logo?.key ?? [initials(paper.name), coloursOf({ accent, masthead: null }).accent.light, typefaces])
}

async function pngOf(paper: PaperView, name: IconName): Promise<Buffer> {
  const look = lookOf(paper)
  return drawing(`icon ${iconKey(paper)} ${name}`, async () => drawIcon({ name: paper.name, look }, look.logo === null ? null : await logoBytes(look.logo.key), ICONS[name]))
}

async function unlessBusy(make: () => Promise<Uint8Array>): Promise<Drawn> {
  try {
    return { kind: 'picture', bytes: Uint8Array.from(await make()) }
  } catch (error) {
    if (error instanceof DeskBusy) return { kind: 'busy' }
    throw error
  }
}

/** The icon of a paper. `key` null: as it is now, whatever it is; else the one of that name, or where it went. */
export async function drawnIcon(paper: PaperView, name: IconName, key: string | null): Promise<Drawn> {
  const now = iconKey(paper)
  if (key !== null && key !== now) return { kind: 'moved', path: iconPath(now, name) }
  return unlessBusy(() => pngOf(paper, name))
}

/** The icon in three sizes as one ICO file. */
export async function drawnFavicon(paper: PaperView): Promise<Drawn> {
  return unlessBusy(async () => {
    const pictures: { size: number; png: Buffer }[] = []
    for (const name of ['16', '32', '48'] as const) pictures.push({ size: ICONS[name].size, png: await pngOf(paper, name) })
    return icoOf(pictures)
  })
}

/** The web manifest of a paper. */
export function manifest(paper: PaperView): Record<string, unknown> {
  return manifestOf(paper, { key: iconKey(paper), ground: GROUNDS.light[0], accent: coloursOf(lookOf(paper)).accent.light, short: initials(paper.name) })
}

/** The file of a lead that its social picture is cut from: the smallest that is large enough, else the largest. */
function leadFile(lead: PictureView | null): { key: string; width: number; height: number } | null {
  const files = lead?.asset.variants.filter(({ format }) => format === 'webp').toSorted((a, b) => a.width - b.width) ?? []
  return files.find(({ width, height }) => width >= 600 && height >= 630) ?? files.at(-1) ?? null
}

const CENTRE = { focalX: 0.5, focalY: 0.5 }
const focusOf = (lead: PictureView | null) => lead?.focus ?? CENTRE

/** The name of the picture that links to a story show: another one with each revision, each change of the look, and with nothing else. */
export function socialKey(paper: PaperView, story: StoryView): string {
  const { accent, masthead, typefaces } = lookOf(paper)
  return keyOf(HAND, paper.name, { accent, masthead, typefaces }, story.headline, story.section?.name ?? '', story.updatedAt ?? story.publishedAt, leadFile(story.lead)?.key ?? '', focusOf(story.lead))
}

/** Its address, below that of the story. */
export const socialPath = (paper: PaperView, path: string, story: StoryView) => `${path}/social/${socialKey(paper, story)}.jpg`

/** The picture that links to a live story show, of what stands at its address; that of a former revision leads to the one of now. Nothing for what is not live. */
export async function drawnSocial(paper: PaperView, answer: StoryAnswer, key: string): Promise<Drawn> {
  if (answer.kind === 'moved') return { kind: 'moved', path: `${answer.path}/social/${key}.jpg` }
  if (answer.kind !== 'story') return { kind: 'none' }
  const { story, path } = answer
  if (key !== socialKey(paper, story)) return { kind: 'moved', path: socialPath(paper, path, story) }
  return unlessBusy(() =>
    drawing(`social ${key}`, async () => drawSocial({ paper: paper.name, section: story.section?.name ?? '', headline: story.headline }, lookOf(paper), await leadOf(story.lead))),
  )
}

async function leadOf(lead: PictureView | null): Promise<SocialLead | null> {
  const file = leadFile(lead)
  if (file === null) return null
  try {
    return { bytes: await storage.bytes(`variant/${file.key}`), width: file.width, height: file.height, focus: focusOf(lead) }
  } catch (error) {
    log.error({ key: file.key, reason: reasonOf(error) }, 'look: the file of a live picture cannot be read')
    return null
  }
}
