import type { MakerKind, Rights } from './media.ts'

/** Who made a picture and why we may show it. `makerName`: for STAFF the name as readers see it, null where it is hidden. */
export type MadeBy = { makerKind: MakerKind; makerName: string | null; rights: Rights; rightsHolder: string }

/**
 * The credit that maker and right ask for: "Ana Ruiz", "Lee Park / Reuters", "Courtesy of City Museum", "Jo Field (CC BY 4.0)";
 * '' where nobody is named, so that a person has to say it. A Creative Commons licence asks to be named beside its author (section 3
 * of each licence, "Attribution").
 */
export function creditLine({ makerKind, makerName, rights, rightsHolder }: MadeBy): string {
  const name = (makerName ?? '').trim()
  const holder = rightsHolder.trim()
  if (rights === 'LICENSED') return [...new Set([name, holder])].filter((part) => part !== '').join(' / ')
  if (rights === 'PERMISSION' && makerKind !== 'STAFF' && holder !== '') return name === '' || name === holder ? `Courtesy of ${holder}` : `${name}, courtesy of ${holder}`
  if (name === '') return ''
  if (rights === 'CREATIVE_COMMONS' && holder !== '') return `${name} (${holder})`
  if (rights === 'PUBLIC_DOMAIN') return `${name} (public domain)`
  return name
}
