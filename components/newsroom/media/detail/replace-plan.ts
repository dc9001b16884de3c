import type { AssetUse } from '#domain/media-library.ts'

type Story = Pick<AssetUse, 'storyId' | 'headline'>
/** What replacing a picture does to the stories that place it. */
export type ReplacePlan = {
  /** Their working copies get the new picture at once. */
  now: Story[]
  /** Readers go on seeing the old one until a new revision is approved and published. */
  later: Story[]
}

/** What replacing does to these uses, said before it is done. */
export function replacePlan(uses: readonly AssetUse[]): ReplacePlan {
  return { now: uses.filter(({ inWorkingCopy }) => inWorkingCopy), later: uses.filter(({ live }) => live) }
}

/** How a story is called in a list. */
export function storyName({ headline }: Pick<Story, 'headline'>): string {
  return headline === '' ? 'a story without a headline' : headline
}
