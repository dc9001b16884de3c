import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { commonPageFindings } from './floors/common-pages.ts'
import { findingsIn } from './floors/rules.ts'
import { versionFindings } from './floors/versions.ts'

const ROOT = path.join(import.meta.dirname, '..')
const ROOMS = '{app,components,server,domain,scripts,e2e,prisma}/**/*.{ts,tsx,mts,js,mjs}'

/** Everything in the project that breaks the rules of the house, one line each. */
export function checkHouse(root: string = ROOT): string[] {
  const files = globSync(ROOMS, { cwd: root, exclude: (name) => /(^|\/)(generated|node_modules)$/.test(String(name)) }).map((file) => file.split(path.sep).join('/'))
  // A folder can be called sw.js: it is the route of that address.
  const sources = files.filter((file) => statSync(path.join(root, file)).isFile()).sort().map((file) => ({ file, source: readFileSync(path.join(root, file), 'utf8') }))
  const found = sources.flatMap(({ file, source }) => findingsIn(file, source)).map(({ file, line, message }) => `${file}:${line} ${message}`)
  const lock = path.join(root, 'package-lock.json')
  return [...found, ...commonPageFindings(sources), ...(existsSync(lock) ? versionFindings(JSON.parse(readFileSync(lock, 'utf8'))) : [])]
}

if (import.meta.main) {
  const findings = checkHouse()
  for (const finding of findings) console.error(finding)
  console.log(findings.length === 0 ? 'The house is in order.' : `${findings.length} rule${findings.length === 1 ? '' : 's'} broken.`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
