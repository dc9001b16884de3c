import { expect, test } from 'vitest'
import type { StoryDocument } from './document/schema.ts'
import type { AssetStanding } from './media.ts'
import { unmetChecks, writersChecks, type CheckedRevision } from './publish-checks.ts'

const ASSET = '0192f0c1-0000-7000-8000-000000000001'
const text: StoryDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The bell rang.' }] }] }
const lead = { assetId: ASSET, caption: 'Students leave.', alt: 'A crowd at a door', credit: 'Photo by staff' }
const good: AssetStanding = {
  status: 'READY', rights: 'STAFF', rightsHolder: '', rightsProof: '', proofUrl: '', proofFileName: '', expiresOn: null, makerKind: 'CONTRIBUTOR', makerName: '', credit: '', fairUseApproved: false,
}
const whole: CheckedRevision = { headline: 'Bell rings', sectionId: ASSET, bylines: [{}], lead, body: text, assets: { [ASSET]: good }, openBlockingNotes: 0, today: '2026-11-24' }
const withImage = (attrs: Partial<typeof lead>): StoryDocument => ({ type: 'doc', content: [...text.content, { type: 'image', attrs: { ...lead, ...attrs } }] })
const messages = (change: Partial<CheckedRevision>) => unmetChecks({ ...whole, ...change }).map(({ field, message }) => `${field}: ${message}`)
const withAsset = (asset: Partial<AssetStanding>) => messages({ assets: { [ASSET]: { ...good, ...asset } } })

test('a whole story has nothing unmet', () => {
  expect(messages({})).toEqual([])
  expect(messages({ lead: null, assets: {} })).toEqual([])
})

test('a page needs a title, a text and a free address, and neither section nor byline', () => {
  const page = { kind: 'PAGE' as const, sectionId: null, bylines: [] }
  expect(messages(page)).toEqual([])
  expect(messages({ ...page, body: { type: 'doc', content: [{ type: 'paragraph' }] }, address: [{ field: 'slug', message: 'Taken.' }] })).toEqual(['slug: Taken.', 'body: The page has no text yet.'])
  expect(messages({ kind: 'PAGE' })).toEqual(['section: A page stands in no section. Start a story instead.', 'bylines: A page bears no byline. Remove it.'])
})

test('what a review is of', () => {
  const review = { kind: 'review' as const, reviewed: 'book' as const, title: ' ', maker: '', where: '', when: '', price: '', rating: null }
  expect(messages({ template: review })).toEqual(['template: Say what is reviewed (title, under Template).'])
  expect(messages({ template: { ...review, title: 'The Boats' } })).toEqual([])
  expect(messages({ template: { kind: 'opinion' } })).toEqual([])
})

test('headline, section, byline and text', () => {
  expect(messages({ headline: ' \u00a0', sectionId: null, bylines: [], body: { type: 'doc', content: [{ type: 'paragraph' }] } })).toEqual([
    'headline: Write a headline.',
    'section: Choose a section.',
    'bylines: Add at least one byline.',
    'body: The story has no text yet.',
  ])
})

test('each picture needs caption, alt text and credit, and says which picture it is', () => {
  expect(messages({ lead: { ...lead, caption: '', alt: ' ', credit: '' } })).toEqual([
    'lead: Lead picture: write a caption.',
    'lead: Lead picture: write alt text that says what the picture shows.',
    'lead: Lead picture: say who made it (credit).',
  ])
  expect(messages({ body: withImage({ alt: '' }) })).toEqual(['image-1: Picture 1: write alt text that says what the picture shows.'])
})

test('a picture that is gone, not ready or broken', () => {
  expect(messages({ assets: {} })).toEqual(['lead: Lead picture: the picture is gone. Choose another one.'])
  expect(withAsset({ status: 'PENDING' })).toEqual(['lead: Lead picture: the picture is still being prepared. Try again in a few seconds.'])
  expect(withAsset({ status: 'FAILED' })).toEqual(['lead: Lead picture: the picture could not be prepared. Upload it again.'])
})

test('a credit is not a right: unknown rights block', () => {
  expect(withAsset({ rights: 'UNKNOWN' })).toEqual(['lead: Lead picture: Say why we may publish this picture. A credit alone is not a right.'])
})

test('fair use holds up the approval, not the handing in', () => {
  const unmet = unmetChecks({ ...whole, assets: { [ASSET]: { ...good, rights: 'FAIR_USE', rightsProof: 'Criticism of the poster itself' } } })
  expect(unmet.map(({ message }) => message)).toEqual(['Lead picture: an adviser must agree that this is fair use.'])
  expect(writersChecks(unmet)).toEqual([])
  expect(withAsset({ rights: 'FAIR_USE', rightsProof: 'Criticism', fairUseApproved: true })).toEqual([])
})

test('a permission that has ended, and a credit without its right', () => {
  expect(withAsset({ rights: 'PERMISSION', rightsHolder: 'City Museum', rightsProof: 'E-mail', expiresOn: '2026-11-24' })).toEqual([])
  expect(withAsset({ rights: 'PERMISSION', rightsHolder: 'City Museum', rightsProof: 'E-mail', expiresOn: '2026-11-23' })).toEqual(['lead: Lead picture: What allowed us to use this picture ended on Nov. 23, 2026. Renew it, or use another picture.'])
  expect(messages({ lead: { ...lead, credit: 'Lee Park/Reuters' } })).toEqual([expect.stringContaining('lead: Lead picture: The credit names Reuters')])
})

test('a file name is no caption and no alt text', () => {
  expect(messages({ lead: { ...lead, caption: 'IMG_2041', alt: 'Screenshot 2024-05-01' } })).toEqual([
    'lead: Lead picture: the caption is a file name (“IMG_2041”). Say who can be seen, and what happens.',
    'lead: Lead picture: the alt text is a file name (“Screenshot 2024-05-01”). Say what the picture shows.',
  ])
})

test('open blocking notes', () => {
  expect(messages({ openBlockingNotes: 1 })).toEqual(['notes: One note must be settled first.'])
  expect(messages({ openBlockingNotes: 3 })).toEqual(['notes: 3 notes must be settled first.'])
})

test('what is unfinished in the text', () => {
  const withBody = (...content: StoryDocument['content']) => messages({ body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words' }] }, ...content] } })
  const embed = (attrs: { title: string; stillAssetId?: string; stillAlt?: string; stillCredit?: string }) => withBody({ type: 'embed', attrs: { url: 'https://youtu.be/x', ...attrs } })
  expect(withBody({ type: 'missingPicture', attrs: { name: 'image1.png', caption: '', alt: '' } })).toEqual(['body: A picture is still missing from the text (image1.png). Upload it, or remove its place.'])
  expect(withBody({ type: 'missingPicture', attrs: { name: '', caption: '', alt: '' } })).toEqual(['body: A picture is still missing from the text. Upload it, or remove its place.'])
  expect(embed({ title: ' ' })).toEqual(['body: Say in a few words what https://youtu.be/x is (title of the embed).'])
  expect(embed({ title: 'The final' })).toEqual([])
  expect(embed({ title: 'The final', stillAssetId: ASSET })).toEqual([
    'body: Still picture of “The final”: write alt text that says what the picture shows.',
    'body: Still picture of “The final”: say who made it (credit).',
  ])
  expect(embed({ title: 'The final', stillAssetId: ASSET, stillAlt: 'A field at dusk', stillCredit: 'Bo Lin' })).toEqual([])
  const suggestion = (id: string) => ({ type: 'text' as const, text: 'new', marks: [{ type: 'insertion' as const, attrs: { id } }] })
  expect(withBody({ type: 'paragraph', content: [suggestion('a:1')] })).toEqual(['body: One suggested change is still open: accept or reject it.'])
  expect(withBody({ type: 'paragraph', content: [suggestion('a:1'), suggestion('a:2')] })).toEqual(['body: 2 suggested changes are still open: accept or reject them.'])
})

test('what the copy desk holds up', () => {
  expect(messages({ blockingFindings: [{ field: 'body', message: 'Copy desk: repeated word.' }] })).toEqual(['body: Copy desk: repeated word.'])
})
