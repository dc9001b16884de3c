import path from 'node:path'

/** One import of a file: `target` from the project's root without `#` ("server/db.ts"), or the name of a package. */
export type Import = { target: string; own: boolean; typeOnly: boolean; line: number }

/** The source with comments blanked out (line ends stay), so that no rule reads prose. Strings stay. */
export function withoutComments(source: string): string {
  return source.replaceAll(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g, (found: string, text: string | undefined) =>
    text ?? found.replaceAll(/[^\n]/g, ' '),
  )
}

const STATEMENT = /(?:^|[\n;}])\s*(?:import|export)\s+(type\s+)?(?:[\w*$\s{},]+?\s+from\s+)?(['"])([^'"\n]+)\2|\bimport\(\s*(['"])([^'"\n]+)\4/g

/** Every import and re-export of a TypeScript file, its own files by their path from the root. */
export function importsOf(file: string, source: string): Import[] {
  return [...withoutComments(source).matchAll(STATEMENT)].map((match) => {
    const written = match[3] ?? match[5] ?? ''
    const clause = match[0].slice(0, match[0].lastIndexOf(written))
    const named = /\{([^}]*)\}/.exec(clause)?.[1]
    const allTypes = named !== undefined && !/^[^{]*\b\w+\s*,\s*\{/.test(clause.replace(/^\s*(import|export)\s+/, '')) && named.split(',').filter((name) => name.trim() !== '').every((name) => /^\s*type\s/.test(name))
    const own = written.startsWith('#') || written.startsWith('.')
    const target = written.startsWith('#') ? written.slice(1) : written.startsWith('.') ? path.posix.join(path.posix.dirname(file), written) : written
    return { target, own, typeOnly: match[1] !== undefined || allTypes, line: lineAt(source, (match.index ?? 0) + match[0].length) }
  })
}

/** The line number of a position, counted from one. */
export function lineAt(source: string, position: number): number {
  return source.slice(0, position).split('\n').length
}
