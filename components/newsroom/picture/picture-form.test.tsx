import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, test } from 'vitest'
import { RIGHTS, RIGHTS_NEEDS, type NewsroomAsset } from '#domain/media.ts'
import { assetLike } from '../media/asset-like.ts'
import { PictureActionsProvider } from './picture-actions.client.tsx'
import { PictureForm } from './picture-form.client.tsx'
import { UploadField } from './upload-field.client.tsx'

const ready = assetLike({ rights: 'STAFF' })
const key = ready.variants.find(({ format }) => format === 'webp')?.key
const me = { staffId: '0b2f4c1e-93aa-4d0e-8f61-0c1d2e3f4a5b', name: 'Ines Okonjo' }
const words = { assetId: ready.id, caption: 'The band plays.', alt: 'Six students with horns', credit: 'Ana Ruiz' }
const nothing = () => {}

function form(asset: NewsroomAsset | undefined, change: Partial<Parameters<typeof PictureForm>[0]> = {}): string {
  const answer = async () => ({ ok: true as const, asset: ready })
  const actions = { changeRights: answer, approveFairUse: answer, removeProof: answer }
  return renderToStaticMarkup(
    <PictureActionsProvider actions={actions} staff={[me]} me={me}>
      <PictureForm picture={words} asset={asset} fieldId="field-lead" readOnly={false} canApproveFairUse={false} onChange={nothing} onAsset={nothing} onRemove={nothing} {...change} />
    </PictureActionsProvider>,
  )
}

describe('PictureForm', () => {
  it('can be linked to, and shows the picture with its alt text', () => {
    const html = form(ready)
    expect(html).toContain('id="field-lead" tabindex="-1"')
    expect(html).toContain(`src="/api/media/${key}" alt="Six students with horns" width="1000" height="500"`)
  })

  it('gives every control a label and a description that exists', () => {
    const html = form({ ...ready, rights: 'LICENSED' })
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const controls = [...html.matchAll(/<(?:input|textarea|select)[^>]*>/g)].map(([tag]) => tag)
    expect(controls).toHaveLength(11)
    for (const tag of controls) {
      expect(html).toContain(`for="${/ id="([^"]+)"/.exec(tag)?.[1]}"`)
      for (const id of (/aria-describedby="([^"]+)"/.exec(tag)?.[1] ?? '').split(' ').filter((one) => one !== '')) expect(ids).toContain(id)
    }
  })

  test.each(RIGHTS)('asks for what %s needs', (rights) => {
    const html = form({ ...ready, rights })
    for (const label of [RIGHTS_NEEDS[rights].holder, RIGHTS_NEEDS[rights].proof]) if (label !== null) expect(html).toContain(`>${label}</label>`)
  })

  it('shows the placeholder while it waits, and says when it failed or is gone', () => {
    expect(form({ ...ready, status: 'PENDING', variants: [] })).toMatch(/src="data:image\/webp;base64,AAAA".*Preparing the picture/)
    expect(form({ ...ready, status: 'FAILED', variants: [] })).toContain('could not be prepared')
    expect(form(undefined)).toContain('cannot be shown')
  })

  it('offers an adviser the yes to fair use, except to their own picture', () => {
    const fair: NewsroomAsset = { ...ready, rights: 'FAIR_USE', rightsProof: 'It is what the review is about.' }
    expect(form(fair)).not.toContain('I agree')
    expect(form(fair, { canApproveFairUse: true })).toContain('I agree that this is fair use')
    expect(form({ ...fair, mine: true }, { canApproveFairUse: true })).toContain('another adviser must agree')
    expect(form({ ...fair, fairUseApproved: true })).toContain('An adviser has agreed')
  })

  it('offers no change to who may only read', () => {
    const html = form(ready, { readOnly: true })
    expect(html).not.toContain('<button')
    expect(html.match(/readOnly=""|readonly=""/gi)).toHaveLength(4)
    expect(html).toContain('<select id')
    expect(html).toContain('disabled=""')
  })
})

test('UploadField says what it takes', () => {
  const html = renderToStaticMarkup(<UploadField label="Upload a picture" disabled={false} onUploaded={nothing} />)
  expect(html).toMatch(/Upload a picture<\/label>.*JPEG, PNG, WebP or HEIC, up to 25 MB.*Choose from the library/)
})
