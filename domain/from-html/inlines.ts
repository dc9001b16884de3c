import { isSafeHref, type Inline, type Mark } from '../document/schema.ts'
import { styleOf, type HtmlElement } from './tree.ts'

/** The emphasis and link that text stands in. */
export type Look = { bold: boolean; italic: boolean; href: string | null }
export const PLAIN: Look = { bold: false, italic: false, href: null }

function emphasis(element: HtmlElement, inherited: boolean, tags: readonly string[], property: string, on: RegExp, off: RegExp): boolean {
  const style = styleOf(element, property)
  // What the style says wins: Google Docs wraps all that it copies in <b style="font-weight:normal">.
  if (on.test(style)) return true
  if (off.test(style)) return false
  return inherited || tags.includes(element.tag)
}

/** Where a link leads, or null. Search engines' and mail programs' detours are taken out. */
function hrefOf(element: HtmlElement): string | null {
  const raw = (element.attrs.href ?? '').trim()
  if (!/^(?:https?|mailto):/i.test(raw)) return null
  const url = URL.canParse(raw) ? new URL(raw) : null
  const detour = url !== null && /^(?:www\.)?google\.com$/.test(url.hostname) && url.pathname === '/url' ? (url.searchParams.get('q') ?? url.searchParams.get('url')) : null
  const href = detour ?? raw
  return isSafeHref(href) ? href : null
}

/** How text inside this element looks, given how it looks around it. */
export function lookIn(element: HtmlElement, around: Look): Look {
  return {
    bold: emphasis(element, around.bold, ['b', 'strong'], 'font-weight', /^(?:bold|bolder|[6-9]00)$/, /^(?:normal|lighter|[1-5]00)$/),
    italic: emphasis(element, around.italic, ['i', 'em', 'cite', 'dfn'], 'font-style', /^(?:italic|oblique)/, /^normal$/),
    href: element.tag === 'a' ? hrefOf(element) : around.href,
  }
}

function marksOf({ bold, italic, href }: Look): Mark[] {
  return [
    ...(href === null ? [] : [{ type: 'link' as const, attrs: { href } }]),
    ...(bold ? [{ type: 'bold' as const }] : []),
    ...(italic ? [{ type: 'italic' as const }] : []),
  ]
}

/** A piece of text with its look, or a line break inside a paragraph. */
export type Run = { text: string; look: Look } | 'break'

/** Runs as inline content: white space single and none at the ends; empty where nothing is left. */
export function inlinesOf(runs: readonly Run[]): Inline[] {
  const content: Inline[] = []
  let space = true
  for (const run of runs) {
    if (run === 'break') {
      trimEnd(content)
      content.push({ type: 'hardBreak' })
      space = true
      continue
    }
    let text = run.text.replace(/[\s\u00a0]+/g, ' ')
    if (space) text = text.replace(/^ /, '')
    if (text === '') continue
    space = text.endsWith(' ')
    const marks = marksOf(run.look)
    content.push(marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks })
  }
  while (content.at(-1)?.type === 'hardBreak' || trimEnd(content)) if (content.at(-1)?.type === 'hardBreak') content.pop()
  while (content[0]?.type === 'hardBreak') content.shift()
  return content
}

/** Takes the space off the end; true when something was taken. */
function trimEnd(content: Inline[]): boolean {
  const last = content.at(-1)
  if (last?.type !== 'text' || !last.text.endsWith(' ')) return false
  const text = last.text.trimEnd()
  content.splice(-1, 1, ...(text === '' ? [] : [{ ...last, text }]))
  return true
}
