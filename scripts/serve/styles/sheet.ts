/** What a page must have for a selector to match anything on it. `attributes`: the value is undefined where any will do. */
export type Needs = { tags: string[]; classes: string[]; ids: string[]; attributes: [name: string, value: string | undefined][] }
/** One line of a rule. `property`: the custom property that it sets; `reads`: those that it reads. */
export type Line = { text: string; property: string | undefined; reads: string[] }
/** A style rule with its selectors. */
export type Rule = { kind: 'rule'; selectors: { text: string; needs: Needs }[]; lines: Line[] }
/** One piece of a style sheet: a rule, a block of others (`@media`, `@layer` …), or a statement that is taken as it stands. */
export type Piece = Rule | { kind: 'block'; head: string; pieces: Piece[] } | { kind: 'whole'; head: string; body: string | undefined }

const GROUPS = /^@(media|supports|layer|container|scope|starting-style)\b/
/** Names as selectors write them, letters after a backslash included. */
const NAME = String.raw`((?:\\.|[-\w\u0080-\uFFFF])+)`
const PARTS = new RegExp(String.raw`\[\s*${NAME}\s*(?:(=|[~|^$*]=)\s*("[^"]*"|'[^']*'|[^\]\s]+)\s*[is]?\s*)?\]|\.${NAME}|#${NAME}|::?[-\w]+|${NAME}`, 'g')

/** Where the quotation, comment or bracket that opens at `at` is over; `at` itself where nothing opens. */
function skipped(css: string, at: number): number {
  const letter = css[at]
  if (letter === '/' && css[at + 1] === '*') {
    const end = css.indexOf('*/', at + 2)
    return end === -1 ? css.length : end + 2
  }
  if (letter === '\\') return at + 2
  if (letter === '"' || letter === "'") {
    let end = at + 1
    while (end < css.length && css[end] !== letter) end += css[end] === '\\' ? 2 : 1
    return end + 1
  }
  const closing = letter === '(' ? ')' : letter === '[' ? ']' : letter === '{' ? '}' : undefined
  if (closing === undefined) return at
  let end = at + 1
  while (end < css.length && css[end] !== closing) end = Math.max(end + 1, skipped(css, end))
  return end + 1
}

/** Cuts at a sign wherever it stands outside of quotations, comments and brackets. */
function cutAt(css: string, sign: string): string[] {
  const cut: string[] = []
  let from = 0
  for (let at = 0; at < css.length; ) {
    if (css[at] === sign) {
      cut.push(css.slice(from, at))
      from = at += 1
    } else at = Math.max(at + 1, skipped(css, at))
  }
  return [...cut, css.slice(from)]
}

/** What stands inside of `:not()`, `:is()` and the like is left out: it may match without being there, or in another way. */
function withoutFunctions(selector: string): string {
  let kept = ''
  for (let at = 0; at < selector.length; ) {
    const after = skipped(selector, at)
    if (selector[at] !== '(') kept += selector.slice(at, Math.max(at + 1, after))
    at = Math.max(at + 1, after)
  }
  return kept
}

const plain = (name: string) => name.replaceAll(/\\(.)/g, '$1')

/** What a page must have for this selector to match. */
export function needsOf(selector: string): Needs {
  const needs: Needs = { tags: [], classes: [], ids: [], attributes: [] }
  for (const [, attribute, sign, value, className, id, tag] of withoutFunctions(selector).matchAll(PARTS)) {
    if (attribute !== undefined) needs.attributes.push([attribute.toLowerCase(), sign === '=' ? value?.replaceAll(/^["']|["']$/g, '') : undefined])
    else if (className !== undefined) needs.classes.push(plain(className))
    else if (id !== undefined) needs.ids.push(plain(id))
    else if (tag !== undefined) needs.tags.push(tag.toLowerCase())
  }
  return needs
}

function lineOf(text: string): Line {
  return { text, property: /^\s*(--[-\w]+)\s*:/.exec(text)?.[1], reads: [...text.matchAll(/var\(\s*(--[-\w]+)/g)].map(([, name = '']) => name) }
}

const linesOf = (body: string): Line[] => cutAt(body, ';').filter((text) => text.trim() !== '').map(lineOf)

/** A style sheet in its pieces. Rules nested in a style rule stay a part of it. */
export function piecesOf(css: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const head = (to: number) => css.slice(from, to).replaceAll(/\/\*[^]*?\*\//g, '').trim()
  for (let at = 0; at < css.length; ) {
    if (css[at] === ';') {
      if (head(at) !== '') pieces.push({ kind: 'whole', head: head(at), body: undefined })
      from = at += 1
    } else if (css[at] === '{') {
      const [before, end] = [head(at), skipped(css, at)]
      const body = css.slice(at + 1, end - 1)
      if (GROUPS.test(before)) pieces.push({ kind: 'block', head: before, pieces: piecesOf(body) })
      else if (before.startsWith('@')) pieces.push({ kind: 'whole', head: before, body })
      else pieces.push({ kind: 'rule', selectors: cutAt(before, ',').map((text) => ({ text: text.trim(), needs: needsOf(text) })), lines: linesOf(body) })
      from = at = end
    } else at = Math.max(at + 1, skipped(css, at))
  }
  return pieces
}

/** Every style rule of these pieces, in blocks too. */
export function* rulesIn(pieces: readonly Piece[]): Generator<Rule> {
  for (const piece of pieces) {
    if (piece.kind === 'rule') yield piece
    if (piece.kind === 'block') yield* rulesIn(piece.pieces)
  }
}
