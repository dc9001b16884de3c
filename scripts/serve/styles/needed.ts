import { rulesIn, type Line, type Needs, type Piece, type Rule } from './sheet.ts'

/** What is on a page of what style sheets ask for, and which words its scripts know: what they may add to it. `read`: custom properties that it reads itself, in styles of its own or by script. */
export type Present = { tags: Set<string>; classes: Set<string>; ids: Set<string>; attributes: Map<string, Set<string>>; scriptWords: Set<string>; read: Set<string> }

/** Names for our own server alone, which no rule reads: the families that every page is set in. */
export const FIRST_FACES = '--first-faces'

/** An attribute as a script names it: `data-text-size` is `dataset.textSize`. */
const inScript = (name: string) => name.replace(/^data-/, '').replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

function isMet({ tags, classes, ids, attributes }: Needs, there: Present): boolean {
  const known = (set: Set<string>, name: string) => set.has(name) || there.scriptWords.has(name)
  return (
    classes.every((name) => known(there.classes, name)) && ids.every((name) => known(there.ids, name)) && tags.every((name) => known(there.tags, name)) &&
    attributes.every(([name, value]) => there.scriptWords.has(name) || there.scriptWords.has(inScript(name)) || (value === undefined ? there.attributes.has(name) : there.attributes.get(name)?.has(value) === true))
  )
}

/** Each rule through `change`, each statement through `keep`; a block goes where nothing is left in it. */
function mapped(pieces: readonly Piece[], change: (rule: Rule) => Rule | undefined, keep: (head: string, body: string | undefined) => boolean): Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    if (piece.kind === 'whole') return keep(piece.head, piece.body) ? [piece] : []
    if (piece.kind === 'rule') {
      const changed = change(piece)
      return changed === undefined ? [] : [changed]
    }
    const inside = mapped(piece.pieces, change, keep)
    return inside.length === 0 ? [] : [{ ...piece, pieces: inside }]
  })
}

function* linesIn(pieces: readonly Piece[]): Generator<Line> {
  for (const { lines } of rulesIn(pieces)) yield* lines
}

/** All custom properties that are read in the end: by a line that sets no other, or by one that is itself read. */
function readIn(pieces: readonly Piece[], there: Present): Set<string> {
  const setBy = new Map<string, string[]>()
  const open = [...there.read]
  for (const { property, reads } of linesIn(pieces)) {
    if (property === undefined) open.push(...reads)
    else if (reads.length > 0) setBy.set(property, [...(setBy.get(property) ?? []), ...reads])
  }
  const read = new Set<string>()
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (!read.has(name)) open.push(...(setBy.get(name) ?? []))
    read.add(name)
  }
  return read
}

const family = (body: string) => /font-family:\s*(?:"([^"]*)"|'([^']*)'|([^;]+))/.exec(body)?.slice(1).find((name) => name !== undefined)?.trim()

function isUsed(head: string, body: string | undefined, read: Set<string>, said: string): boolean {
  const property = /^@property\s+(\S+)/.exec(head)?.[1]
  if (property !== undefined) return read.has(property)
  const name = head === '@font-face' ? family(body ?? '') : /^@(?:-webkit-)?keyframes\s+(\S+)/.exec(head)?.[1]
  return name === undefined || said.includes(name)
}

function written(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'whole') return piece.body === undefined ? `${piece.head};` : `${piece.head}{${piece.body}}`
      return piece.kind === 'block' ? `${piece.head}{${written(piece.pieces)}}` : `${piece.selectors.map(({ text }) => text).join(',')}{${piece.lines.map(({ text }) => text).join(';')}}`
    })
    .join('')
}

/** The file that a family's upright Latin letters are in, among these pieces. */
function fileOf(pieces: readonly Piece[], name: string): string | undefined {
  const face = pieces.find((piece) => piece.kind === 'whole' && piece.head === '@font-face' && family(piece.body ?? '') === name && /url\(/.test(piece.body ?? '') && !/font-style:\s*italic/.test(piece.body ?? ''))
  return face?.kind === 'whole' ? /url\(["']?([^"')]+)/.exec(face.body ?? '')?.[1] : undefined
}

/**
 * What a page needs of these style sheets, in their order, and the files of the faces that it is set in. Only what cannot match on this page is gone, with the custom
 * properties, typefaces and animations that nothing names then.
 */
export function neededBy(pieces: readonly Piece[], there: Present): { css: string; faces: string[] } {
  const matching = mapped(pieces, (rule) => {
    const selectors = rule.selectors.filter(({ needs }) => isMet(needs, there))
    return selectors.length === 0 ? undefined : { ...rule, selectors }
  }, () => true)
  const read = readIn(matching, there)
  const first = [...linesIn(matching)].findLast(({ property }) => property === FIRST_FACES)?.text.slice(FIRST_FACES.length + 1) ?? ''
  const rules = mapped(matching, (rule) => {
    const lines = rule.lines.filter(({ property }) => property === undefined || read.has(property))
    return lines.length === 0 ? undefined : { ...rule, lines }
  }, () => true)
  const said = [...linesIn(rules)].map(({ text }) => text).join(';')
  const faces = first.split(',').flatMap((name) => fileOf(pieces, name.trim().replaceAll(/^["']|["']$/g, '')) ?? [])
  return { css: written(mapped(rules, (rule) => rule, (head, body) => isUsed(head, body, read, said))), faces }
}
