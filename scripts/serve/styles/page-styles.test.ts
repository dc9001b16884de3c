import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { withCuts } from '../reader-document.ts'
import { PageStyles } from './page-styles.ts'

const page = (body: string, head = '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>') => `<!DOCTYPE html><html lang="en"><head><title>T</title>${head}</head><body>${body}</body></html>`

/** The page with its styles in it, where these are the style sheets of the build. */
function within(sheets: Record<string, string>, html: string, scripts = ''): string {
  const built = mkdtempSync(path.join(tmpdir(), 'styles-'))
  onTestFinished(() => rmSync(built, { recursive: true }))
  mkdirSync(path.join(built, 'static/chunks'), { recursive: true })
  for (const [name, css] of Object.entries(sheets)) writeFileSync(path.join(built, 'static/chunks', name), css)
  return withCuts(html, new PageStyles(built).stylesIn(html, scripts))
}
const kept = (css: string, body: string, scripts = '') => /<style>([^]*)<\/style>/.exec(within({ 'a.css': css }, page(body), scripts))?.[1]

test.each([
  ['a rule for what is there', '.a{color:red}', '<p class="b a">x</p>', '.a{color:red}'],
  ['none for what is not', '.a{color:red}', '<p class="ab">x</p>', ''],
  ['those selectors of a list that can match', '.a,p.b , .c > i{color:red}', '<p class="b">x</p>', 'p.b{color:red}'],
  ['a rule for all that is there together', '.a .b{color:red}.a .c{color:blue}', '<p class="a"><b class="b">x</b></p>', '.a .b{color:red}'],
  ['by identifier, tag and attribute', '#a,#b,i,b,[dir],[title]{color:red}', '<b id="a" dir="auto">x</b>', '#a,b,[dir]{color:red}'],
  ['by the value of an attribute', "[data-a='x'],[data-a=\"y\"],[data-a^=z]{color:red}", '<b data-a="x">x</b>', "[data-a='x'],[data-a^=z]{color:red}"],
  ['what matches by not being there', 'p:not(.a){color:red}:is(.a,.b) p{color:blue}', '<p>x</p>', 'p:not(.a){color:red}:is(.a,.b) p{color:blue}'],
  ['pseudo-classes and pseudo-elements', '.a:hover::before{content:"}"}::placeholder{color:red}', '<p class="a">x</p>', '.a:hover::before{content:"}"}::placeholder{color:red}'],
  ['names with signs in them', String.raw`.sm\:a{color:red}.sm\:b{color:red}`, '<p class="sm:a">x</p>', String.raw`.sm\:a{color:red}`],
  ['what stands in a condition, and no empty one', '@media print{.a{color:red}.b{color:red}}@media screen{.b{color:red}}', '<p class="a">x</p>', '@media print{.a{color:red}}'],
  ['the order of layers', '@layer a,b;@layer b{.a{color:red}}', '<p class="a">x</p>', '@layer a,b;@layer b{.a{color:red}}'],
  ['rules within a rule', '.a{color:red;&:hover{color:blue}}', '<p class="a">x</p>', '.a{color:red;&:hover{color:blue}}'],
  ['a value with brackets and quotations', '.a{background:url("data:x;}{")}.b{color:red}', '<p class="a">x</p>', '.a{background:url("data:x;}{")}'],
  ['no comment', '/* .a{ */.a{color:red}/* } */', '<p class="a">x</p>', '.a{color:red}'],
  ['custom properties that are read, by others too', ':root{--a:1;--b:var(--c);--c:2;--d:var(--e);--e:3}p{margin:var(--b)}', '<p>x</p>', ':root{--b:var(--c);--c:2}p{margin:var(--b)}'],
  ['those that the page reads itself', ':root{--a:1;--b:2}', '<p style="margin:var(--a)">x</p>', ':root{--a:1}'],
  ['registered properties and animations in use', '@property --a{syntax:"*"}@property --b{syntax:"*"}@keyframes sway{to{top:0}}@keyframes turn{to{top:0}}p{animation:turn 1s;top:var(--b)}', '<p>x</p>', '@property --b{syntax:"*"}@keyframes turn{to{top:0}}p{animation:turn 1s;top:var(--b)}'],
  ['typefaces in use', "@font-face{font-family:'One';src:url(/a)}@font-face{font-family:Two;src:url(/b)}.a{font-family:'One'}.b{font-family:Two}", '<p class="a">x</p>', "@font-face{font-family:'One';src:url(/a)}.a{font-family:'One'}"],
])('a page carries %s', (_, css, body, left) => expect(kept(css, body)).toBe(left))

test('what a script of the page may add keeps its rules', () => {
  const script = 'let e=document.createElement("mark");e.className="found here";e.dataset.textSize="2"'
  expect(kept(".found .here,mark{color:red}[data-text-size='2']{color:blue}.lost{color:red}", '<p>x</p>', script)).toBe(".found .here,mark{color:red}[data-text-size='2']{color:blue}")
})

test('all sheets of a page stand in one place, in their order, with addresses that hold from there', () => {
  const links = '<link rel="stylesheet" href="/_next/static/chunks/a.css"/><meta name="x"/><link rel="stylesheet" href="/_next/static/chunks/b.css"/>'
  expect(within({ 'a.css': 'p{background:url(../media/a.png)}', 'b.css': 'p{color:red}' }, page('<p>x</p>', links))).toBe(page('<p>x</p>', '<style>p{background:url(/_next/static/media/a.png)}p{color:red}</style><meta name="x"/>'))
})

test('the faces that every page of a look is set in are asked for at once', () => {
  const face = (family: string, file: string, style = 'normal') => `@font-face{font-family:${family};src:url(../media/${file});font-style:${style}}`
  const css = `${face('One', 'one-italic.woff2', 'italic')}${face('One', 'one.woff2')}${face('One', 'one-more.woff2')}${face('Two', 'two.woff2')}.paper{--first-faces:"One";font-family:One}.paper[data-typefaces=b]{--first-faces:"Two",Three;font-family:Two}`
  const preload = (name: string) => `<link rel="preload" href="/_next/static/media/${name}.woff2" as="font" type="font/woff2" crossorigin=""/>`
  expect(within({ 'a.css': css }, page('<div class="paper">x</div>'))).toContain(`${preload('one')}<style>`)
  expect(within({ 'a.css': css }, page('<div class="paper" data-typefaces="b">x</div>'))).toContain(`<title>T</title>${preload('two')}<style>`)
})

test('a page whose styles are not there is left as it is', () => {
  for (const html of [page('<p>x</p>'), page('<p>x</p>', ''), page('<p>x</p>', '<link rel="stylesheet" href="/_next/static/../../package.css"/>')]) expect(within({}, html)).toBe(html)
})

test('nothing in a style sheet ends the element that it stands in', () => {
  expect(kept('.a::after{content:"</style><script>"}', '<p class="a">x</p>')).toBe(String.raw`.a::after{content:"<\/style><script>"}`)
})
