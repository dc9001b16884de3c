import 'server-only'
import { changeProfile } from '#server/staff/profile.ts'
import type { DemoPicture, Writer } from '../copy.ts'
import type { Cast } from '../demo-stories.ts'
import { done } from '../done.ts'

type Profile = { bio: string; portrait: DemoPicture }

const drawn = (who: Writer, name: string, alt: string): DemoPicture => ({ file: `portrait-${who}.jpg`, caption: `${name}, drawn for the masthead.`, alt, artist: 'marlow' })

const PROFILES: Record<Writer, Profile> = {
  theo: { bio: 'I cut what does not need to be there, and I answer letters on Wednesdays. Third year at the Light; before that I sold programs at the regatta.', portrait: drawn('theo', 'Theo', 'A drawing of a student with chin-length dark hair, smiling') },
  ines: { bio: 'I write about what the school decides and who it happens to. If a number looks too good, send it to me.', portrait: drawn('ines', 'Ines', 'A drawing of a student with round dark hair and yellow earrings, smiling') },
  marlow: { bio: 'I draw the pictures and edit those of others. I like machines, harbors and people who explain how things work.', portrait: drawn('marlow', 'Marlow', 'A drawing of a student with short brown hair and round glasses, smiling') },
}

export const PORTRAITS: readonly DemoPicture[] = Object.values(PROFILES).map(({ portrait }) => portrait)

/** Gives the demo's writers their words and pictures, each by themselves. */
export async function seedProfiles({ writers }: Cast, assets: ReadonlyMap<string, string>): Promise<void> {
  for (const who of ['theo', 'ines', 'marlow'] as const) {
    const [actor, { bio, portrait }] = [writers[who], PROFILES[who]]
    done(`profile of ${who}`, await changeProfile(actor, { staffId: actor.staffId, bio, portraitId: assets.get(portrait.file) ?? null, portraitAlt: portrait.alt }))
  }
}
