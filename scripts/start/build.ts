import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { runNode } from './steps.ts'

export const ROOT = path.join(import.meta.dirname, '..', '..')
const BUILD_STAMP = path.join(ROOT, '.next', 'fourth-period-build')
const TYPES_STAMP = path.join(ROOT, '.next', 'types', 'fourth-period-routes')
const CLIENT_STAMP = path.join(ROOT, 'server', 'generated', 'stamp')
const SOURCES = ['app', 'components', 'domain', 'server', 'public', 'prisma/schema.prisma', 'package.json', 'package-lock.json', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'instrumentation.ts']
// The readers' elements are bundled apart (`elements`).
const NOT_BUILT = /\.test\.tsx?$|^server\/(generated|testing)(\/|$)|^components\/elements(\/|$)/
const ELEMENTS = 'components/elements'
const ELEMENTS_BUILT = path.join(ROOT, '.next', 'elements.json')

function* files(relative: string): Generator<string> {
  if (NOT_BUILT.test(relative)) return
  const found = statSync(path.join(ROOT, relative), { throwIfNoEntry: false })
  if (found?.isDirectory() !== true) {
    if (found !== undefined) yield relative
    return
  }
  for (const name of readdirSync(path.join(ROOT, relative)).sort()) yield* files(path.posix.join(relative, name))
}

function fingerprint(sources: string[], all: (source: string) => Iterable<string> = files): string {
  const hash = createHash('sha256')
  for (const source of sources) for (const file of all(source)) hash.update(`${file}\0`).update(readFileSync(path.join(ROOT, file))).update('\0')
  return hash.digest('hex')
}

const stamped = (stamp: string, value: string) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value

function writeStamp(stamp: string, value: string): void {
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, value)
}

/** Makes Prisma's client again when the schema or the packages changed. */
export async function generateClient(): Promise<'made' | 'unchanged'> {
  const now = fingerprint(['prisma/schema.prisma', 'package-lock.json'])
  if (stamped(CLIENT_STAMP, now) && existsSync(path.join(ROOT, 'server/generated/prisma/client.ts'))) return 'unchanged'
  await runNode([path.join(ROOT, 'node_modules/prisma/build/index.js'), 'generate'], { PRISMA_HIDE_UPDATE_MESSAGE: '1' }, 'Making the database client')
  writeStamp(CLIENT_STAMP, now)
  return 'made'
}

/** Makes Next's types of the routes again when a route came or went; the type check reads them. */
export async function routeTypes(): Promise<'made' | 'unchanged'> {
  const routes = [...files('app')].filter((file) => /\/(page|layout|route|default|not-found|error|template)\.tsx?$/.test(file))
  const now = createHash('sha256').update(routes.join('\n')).update(readFileSync(path.join(ROOT, 'package-lock.json'))).digest('hex')
  if (stamped(TYPES_STAMP, now) && existsSync(path.join(ROOT, 'next-env.d.ts'))) return 'unchanged'
  await runNode([path.join(ROOT, 'node_modules/next/dist/bin/next'), 'typegen'], { NEXT_TELEMETRY_DISABLED: '1' }, 'Making the types of the routes')
  writeStamp(TYPES_STAMP, now)
  return 'made'
}

function* elementFiles(): Generator<string> {
  const folder = path.join(ROOT, ELEMENTS)
  if (!existsSync(folder)) return
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) if (file.endsWith('.ts')) yield path.posix.join(ELEMENTS, file)
}

/** The readers' elements as browsers load them, name → script; bundled anew when one of them changed. */
export async function elements(): Promise<Record<string, string>> {
  const now = fingerprint([ELEMENTS, 'package-lock.json'], (source) => (source === ELEMENTS ? elementFiles() : files(source)))
  const written = (): { stamp: string; elements: Record<string, string> } | undefined => (existsSync(ELEMENTS_BUILT) ? JSON.parse(readFileSync(ELEMENTS_BUILT, 'utf8')) : undefined)
  const known = written()
  if (known?.stamp === now) return known.elements
  await runNode([path.join(ROOT, 'scripts/elements/write.ts'), path.join(ROOT, ELEMENTS), ELEMENTS_BUILT, now], {}, 'Bundling the readers’ elements')
  return written()?.elements ?? {}
}

/** Hands over the elements anew whenever one of them was changed, for development; answers how to stop. */
export function watchElements(changed: (made: Record<string, string>) => void): () => void {
  const folder = path.join(ROOT, ELEMENTS)
  if (!existsSync(folder)) return () => undefined
  const watcher = watch(folder, { recursive: true }, () => void elements().then(changed, (error: unknown) => console.error(error)))
  return () => watcher.close()
}

/** Whether what stands in .next was built from the present sources. */
export function buildIsCurrent(): boolean {
  return stamped(BUILD_STAMP, fingerprint(SOURCES)) && existsSync(path.join(ROOT, '.next', 'BUILD_ID'))
}

// Next's advice to a CI machine that starts clean, as ours does on purpose; it says nothing about the app.
const ADVICE = /No build cache found/

/** The first line of a build's output that warns; undefined when none does. */
export function warningIn(output: string): string | undefined {
  return stripVTControlCharacters(output).split('\n').find((line) => /⚠|\bwarn(ing)?\b/i.test(line) && !ADVICE.test(line))?.trim()
}

/** Builds the app when anything that goes into it changed. Answers what the build printed, or undefined when nothing had to be done. */
export async function build(): Promise<string | undefined> {
  const now = fingerprint(SOURCES)
  if (buildIsCurrent()) {
    await elements()
    return undefined
  }
  const output = await runNode(
    [path.join(ROOT, 'node_modules/next/dist/bin/next'), 'build'],
    { NODE_ENV: 'production', FOURTH_PERIOD_BUILD: '1', NEXT_TELEMETRY_DISABLED: '1' },
    'Building',
  )
  await elements()
  writeStamp(BUILD_STAMP, now)
  return output
}
