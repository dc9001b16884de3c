import { refuse, type Result } from '../result.ts'
import { MAX_SOURCE_BYTES, type ChosenRole, type Overrides } from './understood-story.ts'
import { splitLines } from './clean-lines.ts'

export const SOURCE_FORMATS = ['plain', 'markdown'] as const
export type SourceFormat = (typeof SOURCE_FORMATS)[number]

/** Why a text is not even read, in words for the person; null = it can be. */
export function sourceProblem(source: string): string | null {
  const isTooLong = source.length > MAX_SOURCE_BYTES || (source.length * 3 > MAX_SOURCE_BYTES && new TextEncoder().encode(source).length > MAX_SOURCE_BYTES)
  return isTooLong ? 'This text is larger than 1 MB. Split it into several stories.' : null
}

/** What a dropped or chosen file is read as, by the ending of its name; null = it cannot be read here. */
export function formatOfFile(name: string): SourceFormat | null {
  if (/\.txt$/i.test(name)) return 'plain'
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : null
}

/** Whether a file is a Word document by its name; it is read by another way (docx/). */
export function isDocx(file: { name: string }): boolean {
  return /\.docx$/i.test(file.name)
}

/** Why a file is refused by its name and size alone, before it is read; null = it can be read. */
export function fileProblem(file: { name: string; size: number }): string | null {
  if (formatOfFile(file.name) === null) return `“${file.name}” is none of .docx, .txt and .md. Save it as one of these, or copy its text and paste it here.`
  if (file.size > MAX_SOURCE_BYTES) return `“${file.name}” is larger than 1 MB. Split it into several stories.`
  return file.size === 0 ? `“${file.name}” is empty.` : null
}

/** The text of a file. Only UTF-8 is read: guessing another encoding would change what people wrote. */
export function textOfFile(file: { name: string }, bytes: Uint8Array): Result<{ source: string; format: SourceFormat }> {
  const format = formatOfFile(file.name)
  const problem = fileProblem({ name: file.name, size: bytes.length })
  if (format === null || problem !== null) return refuse(problem ?? 'This file cannot be read.')
  if (bytes.includes(0)) return refuse(`“${file.name}” is not a text file. Copy its text and paste it here.`)
  try {
    return { ok: true, source: new TextDecoder('utf-8', { fatal: true }).decode(bytes), format }
  } catch {
    return refuse(`“${file.name}” is not stored as UTF-8. Save it again with the encoding UTF-8, or copy its text and paste it here.`)
  }
}

/** What a person said about lines, after the source around them changed: it stays with the lines that are still there. */
export function carryOverrides(before: string, after: string, overrides: Overrides): Overrides {
  const [old, now] = [splitLines(before), splitLines(after)]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  const carried: Record<number, ChosenRole> = {}
  for (const [key, role] of Object.entries(overrides)) {
    const line = Number(key)
    if (line <= head) carried[line] = role
    else if (line > old.length - tail) carried[line + now.length - old.length] = role
    // One line that was retyped is still that line.
    else if (old.length === now.length) carried[line] = role
  }
  return carried
}
