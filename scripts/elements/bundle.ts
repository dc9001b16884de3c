import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'rolldown'

const ELEMENT = /^[a-z][a-z0-9-]*\.ts$/

/** The names of the elements in a folder: each file in it that is no test is one; what several share lies in a folder below. */
export function elementNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((file) => ELEMENT.test(file) && !file.endsWith('.test.ts')).map((file) => file.slice(0, -'.ts'.length)).sort()
}

/** Bundles and minifies every element of a folder, each on its own, as a browser loads it: name → script. Throws, naming the file, where one cannot be built. */
export async function bundleElements(folder: string): Promise<Record<string, string>> {
  const made: Record<string, string> = {}
  for (const name of elementNames(folder)) {
    const { output } = await build({
      input: path.join(folder, `${name}.ts`), write: false, platform: 'browser', logLevel: 'silent', transform: { target: 'es2022' },
      output: { format: 'esm', minify: true, codeSplitting: false },
      // What a browser would look for elsewhere is a mistake here.
      external: (id) => {
        if (/^[./]/.test(id) || path.isAbsolute(id)) return false
        throw new Error(`${name}.ts imports ${id}: a reader's element is plain script and imports nothing from outside of its folder.`)
      },
    })
    made[name] = output[0].code
  }
  return made
}

/** Writes elements down where the server finds them, whole or not at all; `stamp` says what they were made from. */
export function writeElements(file: string, stamp: string, elements: Record<string, string>): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, JSON.stringify({ stamp, elements }))
  renameSync(aside, file)
}
