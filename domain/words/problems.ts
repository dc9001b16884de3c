import type { Problem } from '#domain/result.ts'
import { PROBLEMS_ES } from './es/problems.ts'
import type { Language } from './language.ts'

/** What is wrong with a readers' form, by the English sentence that its schema says. Sentences with a number in them: domain/words/es/problems.ts. */
const ALL: Record<Exclude<Language, 'en'>, readonly (readonly [RegExp | string, string])[]> = { es: PROBLEMS_ES }

/** One sentence about a form, in the paper's language; in English where nobody has translated it yet. */
export function problemIn(language: Language, message: string): string {
  if (language === 'en') return message
  for (const [said, instead] of ALL[language]) {
    if (said === message) return instead
    if (typeof said !== 'string' && said.test(message)) return message.replace(said, instead)
  }
  return message
}

/** The problems of a readers' form, in the paper's language. */
export const problemsIn = (language: Language, problems: readonly Problem[]): Problem[] => problems.map((problem) => ({ ...problem, message: problemIn(language, problem.message) }))
