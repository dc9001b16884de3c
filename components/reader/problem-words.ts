import type { Problem } from '#domain/result.ts'

/** Problems that are named, in the paper's words; what has no name there is said as it is. */
export function inWords(words: Readonly<Record<string, string>>, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, message: (Object.hasOwn(words, problem.message) ? words[problem.message] : undefined) ?? problem.message }))
}
