import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { anActor, aStory } from '#server/testing/builders.ts'

const signedIn = vi.hoisted((): { actor: Actor | null } => ({ actor: null }))
vi.mock('#server/auth/actor.ts', () => ({ currentActor: async () => signedIn.actor }))

const { GET } = await import('./route.ts')
beforeEach(() => (signedIn.actor = null))

async function asked(query: Record<string, string>) {
  const response = await GET(new Request(`http://localhost:3000/api/stories/related?${new URLSearchParams(query).toString()}`))
  return { status: response.status, cache: response.headers.get('cache-control'), body: await response.json() }
}
/** Words that no other test's headline has. */
const ownWords = () => `zebra ${randomUUID().slice(0, 8)}`

describe('GET /api/stories/related', () => {
  it('refuses the signed-out, and tells nothing', async () => {
    const words = ownWords()
    await aStory('LIVE', { headline: words })
    const { status, body, cache } = await asked({ q: words })
    expect([status, cache, JSON.stringify(body).includes(words)]).toEqual([401, 'private, no-store', false])
  })

  it('finds stories by words of their headline, in any case, the last changed first, with section, state and whether they are live', async () => {
    const words = ownWords()
    const draft = await aStory('DRAFT', { headline: `The ${words.toUpperCase()} draft` })
    const live = await aStory('LIVE', { headline: `A ${words} that ran` })
    signedIn.actor = await anActor('WRITER')
    const { status, body } = await asked({ q: ` ${words} ` })
    expect(status).toBe(200)
    expect(body.stories).toEqual([
      { id: live.storyId, headline: `A ${words} that ran`, section: 'News', state: 'LIVE', live: true },
      { id: draft.storyId, headline: `The ${words.toUpperCase()} draft`, section: 'News', state: 'DRAFT', live: false },
    ])
  })

  it('takes the signs of a pattern as they are', async () => {
    const words = ownWords()
    const story = await aStory('DRAFT', { headline: `${words} is 100% sure_thing` })
    signedIn.actor = story.writer
    expect((await asked({ q: `${words} is 100% sure_` })).body.stories).toHaveLength(1)
    expect((await asked({ q: `${words}%sure` })).body.stories).toEqual([])
    expect((await asked({ q: `${words} is 100% sure\\` })).body.stories).toEqual([])
  })

  it('leaves withdrawn stories out, names at most ten, and nothing where nothing fits', async () => {
    const words = ownWords()
    const gone = await aStory('WITHDRAWN', { headline: words })
    for (let one = 0; one < 11; one += 1) await aStory('DRAFT', { headline: `${words} ${one}` })
    signedIn.actor = gone.writer
    const { body } = await asked({ q: words })
    expect(body.stories).toHaveLength(10)
    expect(body.stories.map(({ id }: { id: string }) => id)).not.toContain(gone.storyId)
    expect((await asked({ q: `${words} nowhere` })).body.stories).toEqual([])
  })

  it('looks one up by its id, a withdrawn one too, so that its card can say so', async () => {
    const gone = await aStory('WITHDRAWN')
    signedIn.actor = gone.writer
    expect((await asked({ id: gone.storyId })).body.stories).toMatchObject([{ id: gone.storyId, state: 'WITHDRAWN', live: false }])
    for (const id of [randomUUID(), 'x', "' OR 1=1"]) expect((await asked({ id })).body.stories).toEqual([])
  })

  it('refuses to look for more than a hundred characters', async () => {
    signedIn.actor = await anActor('WRITER')
    const { status, body } = await asked({ q: 'x'.repeat(101) })
    expect([status, body.problems[0].message]).toEqual([422, 'Look for at most 100 characters.'])
  })
})
