import { foldedWords } from './fold.ts'
import type { Clause } from './query.ts'

/** Somebody by the name that readers see now (people.ts, `shownName`), in folded words. */
export type SearchName = { staffId: string; name: string; words: readonly string[] }

/** Makes the name of somebody ready to be looked for. `name`: as readers see it. */
export function searchName(staffId: string, name: string): SearchName {
  return { staffId, name, words: foldedWords(name) }
}

/** Whether the words of a clause stand together in a name; `open`: the last of them may be the beginning of one. */
export function isInName({ words }: Pick<SearchName, 'words'>, clause: Pick<Clause, 'words'>, open: boolean): boolean {
  const wanted = clause.words
  return words.some((_, from) =>
    wanted.every((word, at) => {
      const there = words[from + at]
      return there !== undefined && (there === word || (open && at === wanted.length - 1 && there.startsWith(word)))
    }),
  )
}
