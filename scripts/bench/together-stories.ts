import * as Y from 'yjs'
import type { Block } from '#domain/document/schema.ts'
import type { Actor } from '#domain/people.ts'
import { partsOfDraft } from '#domain/together/shared-draft.ts'
import { openSharedDraft } from '#server/stories/shared-draft.ts'
import { anAsset } from '#server/testing/pictures.ts'
import { aStory } from '#server/testing/builders.ts'
import { storeTogether } from '#server/together/store.ts'

const SENTENCE = 'The robotics team met again on Tuesday after school to rebuild the arm that had failed in the last round. '
const WORDS_A_PARAGRAPH = 60

let asset: string | undefined

/** A story in EDITING with so many words and pictures, and an editor of it. */
export async function storyOf(words: number, pictures: number): Promise<{ storyId: string; editor: Actor }> {
  const paragraphs = Math.ceil(words / WORDS_A_PARAGRAPH)
  const { storyId, editor, writer } = await aStory('EDITING')
  asset ??= await anAsset(writer)
  const assetId = asset
  const image = (n: number): Block => ({ type: 'image', attrs: { assetId, caption: `The arm in round ${n}`, alt: 'A robot arm on a table', credit: 'Staff' } })
  const blocks = Array.from({ length: paragraphs }, (_, index): Block[] => [
    { type: 'paragraph', content: [{ type: 'text', text: SENTENCE.repeat(3) }] },
    ...(index < pictures ? [image(index)] : []),
  ]).flat()
  const { changeDraft } = await import('#server/stories/save.ts')
  const saved = await changeDraft(editor, storyId, (content) => ({ ...content, body: { type: 'doc', content: blocks } }))
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  return { storyId, editor }
}

/** How long each of `rounds` stores of one such story takes, one keystroke each, in ms, the processor time of one in this process, in ms, and the size of the state. */
export async function storesOf(words: number, pictures: number, rounds: number): Promise<{ times: number[]; cpu: number; bytes: number }> {
  const { storyId, editor } = await storyOf(words, pictures)
  const row = await openSharedDraft(storyId)
  if (row === null) throw new Error('no shared document')
  const document = new Y.Doc()
  Y.applyUpdate(document, row.state)
  const session = { claims: { userId: editor.userId, sessionVersion: 1 }, actor: editor, endsAt: Number.MAX_SAFE_INTEGER }
  const writers = [{ actor: editor, session }]
  const times: number[] = []
  let { version } = row
  let bytes = 0
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round += 1) {
    partsOfDraft(document).text('headline').insert(0, 'x')
    const began = performance.now()
    const outcome = await storeTogether({ storyId, generation: row.generation, document, version, writers, onSnapshot: () => writers })
    times.push(performance.now() - began)
    if (outcome.kind !== 'stored') throw new Error(outcome.kind)
    version = outcome.version
    bytes = outcome.bytes
  }
  const { user, system } = process.cpuUsage(before)
  return { times, cpu: (user + system) / 1_000 / rounds, bytes }
}
