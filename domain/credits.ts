import { proposeWords } from './captions.ts'
import { KNOWN_SOURCES, type ClaimKind } from './credits/names.ts'
import { RIGHTS_NAMES, type AssetStanding, type Rights } from './media.ts'

/**
 * What a credit line says of where a picture comes from, held against the right that we have. "Courtesy of AP News" names an agency: it
 * is no permission, and without a licence the picture may not be published.
 */

/** A source that a credit names. `courtesy`: somebody's favor, whoever they are. */
export type CreditClaim = { kind: ClaimKind | 'courtesy'; name: string }

const COURTESY = /\bcourtesy(?:\s+of|\s*:|\s*$|\s*\/)|\b(?:provided|submitted|contributed|supplied)\s+by\b/i
/** What introduces a source, and is no part of its name. */
const INTRODUCTION = /^(?:(?:photos?|photographs?|pictures?|images?|pics?|illustrations?|graphics?|video|credits?|source|taken|provided|submitted|courtesy|used|with permission|permission|licensed|all rights reserved|©|\(c\)|copyright|\d{4})[\s:,.]*|(?:by|of|from|via|on|at|to)\s+|:\s*)+/i

/** The parts of a credit where a source can stand by itself: "Lee Park / AP" and "Lee Park (via X)" have two. */
function sourcesIn(credit: string): string[] {
  return credit
    .split(/[/|,;()[\]–—•]|\s-\s|\s(?:via|for|from|courtesy(?: of)?|on)\s/i)
    .map((part) => part.trim().replace(INTRODUCTION, '').replace(/[.\s]+$/, '').trim())
    .filter((part) => part !== '')
}

/** Every source that a credit names, most telling first; none for somebody's name. */
export function creditClaims(credit: string): CreditClaim[] {
  const text = credit.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 1000)
  if (text === '') return []
  const sources = sourcesIn(text)
  const named = KNOWN_SOURCES.filter(({ sure, atSource }) => sure?.test(text) === true || (atSource !== undefined && [text, ...sources].some((source) => atSource.test(source))))
  const claims: CreditClaim[] = named.map(({ kind, name }) => ({ kind, name }))
  if (COURTESY.test(text)) claims.push({ kind: 'courtesy', name: sources.at(-1) ?? '' })
  return claims
}

/** The rights that can stand behind each kind of claim. */
const FITTING: Record<CreditClaim['kind'], readonly Rights[]> = {
  agency: ['LICENSED', 'PERMISSION', 'FAIR_USE'],
  social: ['PERMISSION', 'LICENSED', 'CREATIVE_COMMONS', 'PUBLIC_DOMAIN', 'FAIR_USE'],
  site: ['PERMISSION', 'LICENSED', 'CREATIVE_COMMONS', 'PUBLIC_DOMAIN', 'FAIR_USE'],
  commons: ['CREATIVE_COMMONS', 'PUBLIC_DOMAIN'],
  courtesy: ['PERMISSION', 'LICENSED', 'CREATIVE_COMMONS', 'PUBLIC_DOMAIN', 'FAIR_USE'],
  finder: [],
}

const quoted = (names: readonly Rights[]) => names.map((right) => `“${RIGHTS_NAMES[right]}”`).join(' or ')

/** What is missing behind a claim, in a sentence. */
function missing({ kind, name }: CreditClaim): string {
  switch (kind) {
    case 'agency':
      return `The credit names ${name}, which sells its pictures. Publish it only with a licence or a written permission from them: choose ${quoted(['LICENSED', 'PERMISSION'])} and give the proof, or use another picture.`
    case 'social':
      return `The credit names ${name}. That somebody shows a picture there gives us no right to it: ask whoever made it, choose ${quoted(['PERMISSION'])} and keep their answer as proof, or use another picture.`
    case 'site':
      return `The credit names ${name}. A web site is where a picture was found, not why we may publish it: say under which licence or permission we use it, or use another picture.`
    case 'commons':
      return `The credit names ${name}. Each picture there has a licence of its own: choose ${quoted(['CREATIVE_COMMONS', 'PUBLIC_DOMAIN'])} and give the address of its page.`
    case 'courtesy':
      return `The credit says that the picture is a courtesy${name === '' ? '' : ` of ${name}`}. That is a permission: choose ${quoted(['PERMISSION'])}, say whose, and keep what they wrote as proof.`
    case 'finder':
      return `The credit names ${name}, which made no picture. Find out who made this one and name them, or use another picture.`
  }
}

type Standing = Pick<AssetStanding, 'rights' | 'rightsHolder' | 'credit' | 'makerKind' | 'makerName'>

/** Whether a licence is from somebody other than the agency that the credit names: "Getty Images" behind "AP Photo". */
function fromElsewhere(agencies: readonly CreditClaim[], { rights, rightsHolder }: Standing): string | null {
  if (rights !== 'LICENSED' || agencies.length === 0) return null
  const licensors = creditClaims(rightsHolder).filter(({ kind }) => kind === 'agency')
  if (licensors.length === 0 || licensors.some(({ name }) => agencies.some((claim) => claim.name === name))) return null
  return `The credit names ${agencies[0]?.name}, and the licence is from ${rightsHolder.trim()}. Correct whichever is wrong.`
}

/**
 * What keeps a picture with this credit from being published under this right; null = nothing. Looked at: the credit where it is placed,
 * one inside the caption ("… (Courtesy of AP News)"), the picture's own, and an agency that is said to have made it.
 */
export function creditClaim(placement: { credit: string; caption: string }, asset: Standing): string | null {
  const lines = [placement.credit, proposeWords(placement.caption).credit, asset.credit, asset.makerKind === 'AGENCY' ? asset.makerName : '']
  const claims = lines.flatMap(creditClaims)
  // "Courtesy of AP News" is about AP.
  const telling = claims.filter(({ kind }) => kind !== 'courtesy' || claims.every((other) => other.kind === 'courtesy'))
  const unfit = telling.find(({ kind }) => !FITTING[kind].includes(asset.rights))
  return unfit === undefined ? fromElsewhere(telling.filter(({ kind }) => kind === 'agency'), asset) : missing(unfit)
}
