import { lineAt, withoutComments } from './imports.ts'

export type Source = { file: string; source: string }

/** Whether the file makes pages that say of themselves that they are the same for everybody (components/reader/page-status.tsx). */
const isCommonPage = (file: string) => /^app\/\(reader\)\/(.*\/)?(page|layout|[\w-]+-page|page-of-the-paper)\.tsx$/.test(file)
const ASKS_THE_REQUEST = /\bsearchParams\b|\bconnection\(|\bcookies\(|\bheaders\(|\bdraftMode\(/g
const EXPORTED = /\nexport (?:async )?function (\w+)/g

/** The functions of a door for readers (server/…/published.ts) that answer anew each time: they wait for `connection()`. */
function askedEachTime({ file, source }: Source): string[] {
  if (!/^server\/[\w-]+\/published\.ts$/.test(file)) return []
  const code = `\n${withoutComments(source)}`
  return [...code.matchAll(EXPORTED)].flatMap(({ 1: name = '', index }, at, all) => (code.slice(index, all[at + 1]?.index).includes('connection(') ? [name] : []))
}

/**
 * Where a page that is kept for everybody depends on more than its address: on a query, a cookie, a header, or on what is asked anew for each request. Such a page would
 * show one person's view to the next. One line each; for all files of the house together, since one rule looks through two of them.
 */
export function commonPageFindings(files: readonly Source[]): string[] {
  const names = new Set(files.flatMap(askedEachTime))
  return files.filter(({ file }) => isCommonPage(file)).flatMap(({ file, source }) => {
    const code = withoutComments(source)
    const asks = [...code.matchAll(ASKS_THE_REQUEST)].map(({ 0: what, index }) => `${file}:${lineAt(code, index)} asks for ${what.replace('(', '')}: this page is kept for everybody. Put it into app/(form).`)
    const calls = [...code.matchAll(/\b(\w+)\(/g)].filter(({ 1: name = '' }) => names.has(name)).map(({ 1: name, index }) => `${file}:${lineAt(code, index)} calls ${name}, which answers anew each time: this page is kept for everybody. Put it into app/(form), or read it in another way.`)
    return [...asks, ...calls]
  })
}
