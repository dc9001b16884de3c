import { importsOf, lineAt, withoutComments, type Import } from './imports.ts'

export type Finding = { file: string; line: number; message: string }
type Rule = (file: string, code: string, imports: Import[]) => { line: number; message: string }[]

const FLOORS = ['domain', 'server', 'components', 'app']
const floorOf = (file: string) => FLOORS.indexOf(file.split('/', 1)[0] ?? '')
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('server/testing/')
const isTool = (file: string) => /^(scripts|e2e|prisma)\//.test(file) || isTest(file) || !file.includes('/')
const isReader = (file: string) => /^((app\/\((reader|form)\)|components\/reader|components\/story)\/|app\/not-found\.tsx$)/.test(file)
const readsPublished = (file: string) => /^app\/(\((reader|form)\)\/|not-found\.tsx$|feed\.|sitemap\.|robots\.)/.test(file)
const isPackage = ({ own, target }: Import, name: string) => !own && (target === name || target.startsWith(`${name}/`))

const floors: Rule = (file, _code, imports) => {
  const floor = floorOf(file)
  if (floor === -1 || isTest(file)) return []
  return imports.filter(({ own }) => own).flatMap(({ target, typeOnly, line }) => {
    const other = floorOf(target)
    if (other === -1) return target.includes('/') && !target.startsWith('node_modules/') && !/\.(css|woff2)$/.test(target) ? [{ line, message: `imports ${target}: the house imports nothing from scripts, e2e or prisma. Move what it needs into a room of the house.` }] : []
    if (other > floor) return [{ line, message: `imports ${target}: an import only goes down (app, components, server, domain). Pass it in from above instead.` }]
    if (floor === 2 && other === 1 && !typeOnly) return [{ line, message: `imports ${target}: components know the server by its types alone (import type). Let the page fetch, and hand the result over as props.` }]
    return []
  })
}

const published: Rule = (file, _code, imports) =>
  !readsPublished(file) ? [] : imports.filter(({ own, target, typeOnly }) => own && target.startsWith('server/') && !typeOnly && !/^server\/[\w-]+\/published\.ts$/.test(target))
    .map(({ target, line }) => ({ line, message: `imports ${target}: readers' routes read through server/*/published.ts alone, so that nothing unpublished can leak. Add the read there.` }))

const doors: Rule = (file, _code, imports) => {
  const only = (name: string, allowed: RegExp, door: string) =>
    isTool(file) || allowed.test(file) ? [] : imports.filter((entry) => isPackage(entry, name)).map(({ line }) => ({ line, message: `imports ${name}, whose only door is ${door}. Use what that exports.` }))
  return [
    ...only('next-auth', /^(server\/auth\/|components\/newsroom\/session\.client\.tsx$)/, 'server/auth/ (in the browser: components/newsroom/session.client.tsx)'),
    ...imports
      .filter(({ target }) => target === 'next/link' && !isTool(file))
      .map(({ line }) => ({ line, message: 'imports next/link, but pages are documents here: an editor kept alive behind another page wakes up with old text. Use a plain <a href>.' })),
    ...only('sharp', /^server\/media\//, 'server/media/'),
    ...only('nodemailer', /^server\/mail\/send\.ts$/, 'server/mail/send.ts'),
    ...only('pg-boss', /^server\/jobs\/queue\.ts$/, 'server/jobs/queue.ts'),
    ...only('@prisma/adapter-pg', /^server\/db\.ts$/, 'server/db.ts'),
  ]
}

/** A rule about a pattern in the code (comments left out). */
const pattern = (regex: RegExp, applies: (file: string) => boolean, message: string): Rule => (file, code) =>
  applies(file) ? [...code.matchAll(new RegExp(regex, 'g'))].map(({ index }) => ({ line: lineAt(code, index), message })) : []

const STATES = '(DRAFT|EDITING|REVIEW|APPROVED|LIVE|WITHDRAWN|SCHEDULED)'

const patterns: Rule[] = [
  pattern(/new PrismaClient\b/, (file) => file !== 'server/db.ts' && !isTool(file), 'makes a PrismaClient: there is one, in server/db.ts. Use db().'),
  pattern(/\$queryRawUnsafe|\$executeRawUnsafe|\bPrisma\.raw\b/, (file) => !isTool(file), 'puts text into SQL as it is. Use the tagged $queryRaw, which sends values apart.'),
  pattern(/dangerouslySetInnerHTML/, (file) => file !== 'components/story/json-ld.tsx' && !isTest(file) && !file.startsWith('scripts/'), 'sets HTML from a string: that is how scripts get in. Render elements; structured data has components/story/json-ld.tsx.'),
  pattern(new RegExp(`\\bstate\\s*[!=]==?\\s*['"]${STATES}['"]|['"]${STATES}['"]\\s*[!=]==?\\s*[\\w.]*\\bstate\\b`), (file) => !/^domain\/(workflow|policy)\.ts$/.test(file) && !isTool(file), 'compares a story\'s state: domain/workflow.ts alone knows what a state means. Ask it, or add a question there.'),
  pattern(/\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(\)/, (file) => file.startsWith('domain/') && !isTest(file), 'asks the clock or chance: domain is pure. Take the time as an argument.'),
]

const pureDomain: Rule = (file, _code, imports) =>
  !file.startsWith('domain/') || isTest(file) ? [] : imports.filter((entry) => !entry.typeOnly && (entry.target.startsWith('node:') || ['react', 'react-dom', 'next', 'pg', 'server-only', '@prisma/client'].some((name) => isPackage(entry, name))))
    .map(({ target, line }) => ({ line, message: `imports ${target}: domain is pure, without input, output or React. Move this part to server or components.` }))

const names: Rule = (file) => {
  const parts = file.split('/')
  const bad = parts.find((part) => /^(index|utils?|helpers?|misc)(\.(client\.)?tsx?)?$/.test(part))
  const camel = parts.at(-1)?.match(/[A-Z]/) && !/^(README|CHANGELOG)/.test(parts.at(-1) ?? '')
  return [
    ...(bad === undefined ? [] : [{ line: 1, message: `is called "${bad}", which says nothing. Name it after what it holds.` }]),
    ...(camel ? [{ line: 1, message: 'has capitals in its name. File names are kebab-case.' }] : []),
  ]
}

const USE_CLIENT = /^\s*(['"])use client\1/

const clients: Rule = (file, code) =>
  USE_CLIENT.test(code) && !/\.client\.tsx?$/.test(file) && !/^app\/(.*\/)?(global-)?error\.tsx$/.test(file)
    ? [{ line: 1, message: 'runs in the browser, so its name must end in .client.tsx: everybody should see what is sent to readers\' machines.' }]
    : []

const readers: Rule = (file, code, imports) => {
  if (!isReader(file) || isTest(file)) return []
  const found = imports.filter(({ target, typeOnly }) => !typeOnly && (/\.client(\.tsx?)?$/.test(target) || ['next/link', 'next/image', 'next/script', 'next/form', 'next/dynamic', 'next/legacy/image'].includes(target)))
    .map(({ target, line }) => ({ line, message: `imports ${target}: readers' pages are documents and run no React. Use a plain <a>, <picture> or <form>.` }))
  // What server files give is for the rules above.
  found.push(...imports.filter(({ own, target }) => own && !/^(server|domain|app\/\(reader\)|components\/(reader|story))\/|\.css$/.test(target))
    .map(({ target, line }) => ({ line, message: `imports ${target}: what readers get is made of components/reader and components/story alone, so that nothing of the newsroom reaches them. Move it there.` })))
  if (USE_CLIENT.test(code)) found.push({ line: 1, message: 'is a client component: readers\' pages are documents and run no React. Render it on the server.' })
  for (const { index } of code.matchAll(/\bSuspense\b/g)) found.push({ line: lineAt(code, index), message: 'uses Suspense: its late parts need a script that readers do not get. Await instead.' })
  return found
}

const elements: Rule = (file, _code, imports) =>
  !file.startsWith('components/elements/') || isTest(file) ? [] : imports.filter(({ own, target, typeOnly }) => !typeOnly && !(own && target.startsWith('components/elements/')))
    .map(({ target, line }) => ({ line, message: `imports ${target}: what is sent to readers as script stays small, plain and by itself. Move what it needs into components/elements.` }))

const RULES: Rule[] = [floors, published, doors, ...patterns, pureDomain, names, clients, readers, elements]

/** What one file breaks of the house's rules; `file` is its path from the root, with slashes. */
export function findingsIn(file: string, source: string): Finding[] {
  const code = withoutComments(source)
  const imports = importsOf(file, source)
  return RULES.flatMap((rule) => rule(file, code, imports)).map((finding) => ({ file, ...finding }))
}
