import 'server-only'
import type { IconName } from '#domain/look/icons.ts'
import { publishedPaper } from '../settings/published.ts'
import { publishedStory } from '../stories/published.ts'
import { drawnFavicon, drawnIcon, drawnSocial, manifest, type Drawn } from './drawn.ts'

/** The pictures that are drawn of the paper and its stories: of what readers see now, asked of the same cached reads as pages, and of nothing else. */
export { iconKey, socialPath, type Drawn } from './drawn.ts'

/** The icon of the paper. `key` null: as it is now, whatever it is; else the one of that name, or where it went. */
export async function publishedIcon(name: IconName, key: string | null): Promise<Drawn> {
  return drawnIcon(await publishedPaper(), name, key)
}

/** The icon in three sizes as one ICO file. */
export async function publishedFavicon(): Promise<Drawn> {
  return drawnFavicon(await publishedPaper())
}

/** The web manifest. */
export async function publishedManifest(): Promise<Record<string, unknown>> {
  return manifest(await publishedPaper())
}

/** The picture that links to the story at an address show. */
export async function publishedSocial(section: string, slug: string, key: string): Promise<Drawn> {
  const [paper, answer] = [await publishedPaper(), await publishedStory(section, slug)]
  return drawnSocial(paper, answer, key)
}
