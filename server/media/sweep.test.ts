import { expect, it } from 'vitest'
import { db } from '../db.ts'
import { anActor, aStory } from '../testing/builders.ts'
import { anAsset } from '../testing/pictures.ts'
import { riskyPictures } from './sweep.ts'

const lead = (assetId: string, credit = 'Ana Ruiz') => ({ lead: { assetId, caption: 'A caption.', alt: 'What it shows', credit } })

it('lists what is wrong with pictures that readers see, the riskiest first, and what can be done', async () => {
  const editor = await anActor('EDITOR')
  const ids = [await anAsset(editor, { width: 90, height: 60 }), await anAsset(editor, { width: 90, height: 60 }), await anAsset(editor, { width: 90, height: 60 })]
  const [good = '', ended = '', unknown = ''] = ids
  await db().mediaAsset.updateMany({ where: { id: { in: ids } }, data: { rights: 'STAFF' } })
  const stories = [await aStory('LIVE', lead(good)), await aStory('LIVE', lead(ended)), await aStory('LIVE', lead(unknown))]
  await aStory('DRAFT', lead(unknown, 'Courtesy of AP News'))
  // What was in order when it was published.
  await db().mediaAsset.update({ where: { id: ended }, data: { rights: 'LICENSED', rightsHolder: 'City Press', rightsProof: 'No. 12', expiresOn: new Date('2020-01-01') } })
  await db().mediaAsset.update({ where: { id: unknown }, data: { rights: 'UNKNOWN' } })

  const swept = await riskyPictures(editor)
  expect({ lookedAt: swept.lookedAt, stories: swept.stories }).toEqual({ lookedAt: 3, stories: 3 })
  expect(swept.risky.map(({ asset, risks }) => [asset.id, risks.map(({ kind }) => kind)])).toEqual([[unknown, ['unknown']], [ended, ['expired']]])
  expect(swept.risky[0]).toMatchObject({
    story: { id: stories[2]?.storyId, headline: stories[2]?.content.headline, path: expect.stringMatching(/^\/.+\/.+/) },
    words: { credit: 'Ana Ruiz' },
    may: { editRights: true, replace: true, editStory: true, withdraw: false, askWithdrawal: true, approveFairUse: false },
  })
  expect((await riskyPictures(await anActor('WRITER'))).risky[0]?.may).toMatchObject({ editRights: false, replace: false, editStory: false, withdraw: false })
  expect((await riskyPictures(await anActor('ADVISER'))).risky[0]?.may).toMatchObject({ withdraw: true })
  expect(await riskyPictures(JSON.parse(JSON.stringify({ ...editor, role: 'READER' })))).toEqual({ risky: [], lookedAt: 0, stories: 0 })
})
