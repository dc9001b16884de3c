import type { StoryDocument } from './document/schema.ts'
import { nameFinder } from './opt-out.ts'
import { publicName, shownName, stricterForm, type BylineForm, type NamedPerson } from './people.ts'

/** Who on staff made a picture. `formerName`: their name when the picture's rights were written down. */
export type StaffMaker = NamedPerson & { formerName: string }

const shortOf = (name: string) => publicName(name, 'SHORT') ?? name

/**
 * A credit as readers see it: the name of the person on staff who made the picture stands in it as they, and the paper, want it shown
 * now, whatever was written when the story came out. A hidden name goes with the part of the credit that it stands in.
 */
export function shownCredit(credit: string, maker: StaffMaker | null, paper: BylineForm): string {
  if (maker === null || credit === '') return credit
  const { name, formerName } = maker
  const renamed = formerName !== '' && formerName !== name
  const whole = stricterForm(maker.bylineForm, paper) === 'FULL'
  const names = [...(whole ? [] : [name, shortOf(name)]), ...(renamed ? [formerName, shortOf(formerName)] : [])]
  if (names.length === 0) return credit
  const find = nameFinder([{ id: 'maker', names }])
  const shown = shownName(maker, paper)
  if (shown === null) return credit.split(/\s*[/;|]\s*/).filter((part) => find(part).length === 0).join(' / ')
  let [text, from] = ['', 0]
  for (const { start, end } of find(credit)) {
    if (start < from) continue
    text += credit.slice(from, start) + shown
    // The full stop of "Ana R." belongs to the name, and ends a sentence too.
    from = credit[end] === '.' && (shown.endsWith('.') || /(?:^|\s)\p{L}$/u.test(credit.slice(start, end))) ? end + 1 : end
  }
  return text + credit.slice(from)
}

/** A body whose pictures bear their credits as readers see them; `makers` by the id of the picture. */
export function withShownCredits(body: StoryDocument, makers: Readonly<Record<string, StaffMaker>>, paper: BylineForm): StoryDocument {
  const credited = <A extends { assetId: string; credit: string }>(attrs: A): A => ({ ...attrs, credit: shownCredit(attrs.credit, makers[attrs.assetId] ?? null, paper) })
  const content = body.content.map((block) => {
    if (block.type === 'image') return { ...block, attrs: credited(block.attrs) }
    if (block.type === 'gallery') return { ...block, content: block.content.map((image) => ({ ...image, attrs: credited(image.attrs) })) }
    const { stillAssetId = null, stillCredit = null } = block.type === 'embed' ? block.attrs : {}
    if (block.type !== 'embed' || stillAssetId === null || stillCredit === null) return block
    return { ...block, attrs: { ...block.attrs, stillCredit: shownCredit(stillCredit, makers[stillAssetId] ?? null, paper) } }
  })
  return { ...body, content }
}
