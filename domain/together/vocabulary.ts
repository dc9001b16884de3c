/**
 * What a shared document may be made of: the nodes and marks of domain/document/schema.ts under the names that the editor
 * gives them. A change that uses anything else is refused before it is applied (allowed-update.ts).
 */

/** The nodes of a body, each with the attributes that are stored. */
export const NODE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  paragraph: [],
  heading: ['level'],
  blockquote: [],
  pullQuote: ['attribution'],
  bulletList: [],
  orderedList: [],
  listItem: [],
  hardBreak: [],
  image: ['assetId', 'caption', 'alt', 'credit', 'size'],
  gallery: [],
  divider: [],
  missingPicture: ['name', 'caption', 'alt'],
  relatedStory: ['storyId'],
  scoreboard: ['gameId'],
  poll: ['pollId'],
  embed: ['url', 'title', 'stillAssetId', 'stillAlt', 'stillCredit', 'captions', 'transcript'],
  factBox: ['title'],
  table: ['caption'],
  tableRow: [],
  tableCell: [],
  tableHeader: [],
}

/** Attributes that the editor's packages give nodes and that are not stored: of ordered lists and of table cells. */
export const EDITOR_ATTRIBUTES: readonly string[] = ['start', 'type', 'colspan', 'rowspan', 'colwidth']

/** The marks of a text, each with the attributes that are stored. */
export const MARK_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  source: ['note', 'href'],
  lang: ['lang'],
  bold: [],
  italic: [],
  link: ['href'],
  insertion: ['id'],
  deletion: ['id'],
}

const HASHED = /^(.*)--[a-zA-Z0-9+/=]{8}$/s

/** The mark that an attribute of a text stands for: y-prosemirror puts a hash behind the names of marks that may overlap. */
export function markName(attribute: string): string {
  return HASHED.exec(attribute)?.[1] ?? attribute
}

/** The own property of a table; undefined for names such as "constructor". */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

/** Whether a browser runs code when somebody follows this address; it skips tabs and line ends inside of one. */
export function runsCode(address: unknown): boolean {
  // eslint-disable-next-line no-control-regex
  return typeof address === 'string' && /^(?:javascript|data|vbscript):/i.test(address.replaceAll(/[\u0000-\u0020\u007f-\u009f]/g, ''))
}
