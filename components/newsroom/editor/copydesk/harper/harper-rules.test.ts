import { Dialect, LocalLinter } from 'harper.js'
import { slimBinary } from 'harper.js/slimBinary'
import { expect, test } from 'vitest'
import { HARPER_LINE_OFF, HARPER_OFF, harperSettings, wordsFor } from './harper-rules.ts'

test('words for Harper are single words with their possessives, each once', () => {
  expect(wordsFor(['Theo Lindqvist-Amari', 'Amari', 'St. Mary’s', '12', '—'])).toEqual([
    'Theo', 'Theo’s', "Theo's", 'Lindqvist', 'Lindqvist’s', "Lindqvist's", 'Amari', 'Amari’s', "Amari's", 'St.', 'St.’s', "St.'s", 'Mary’s', 'Mary’s’s', "Mary’s's",
  ])
})

test('only the listed rules are switched off', () => {
  expect(harperSettings({ RepeatedWords: true, SpellCheck: true, NoOxfordComma: false, BoringWords: null })).toEqual({ RepeatedWords: false, SpellCheck: true, NoOxfordComma: false, BoringWords: null })
})

test('with the installed Harper: the names still exist, names of the paper are known, doubled words are left to our own rule', { timeout: 60_000 }, async () => {
  const linter = new LocalLinter({ binary: slimBinary as ConstructorParameters<typeof LocalLinter>[0]['binary'], dialect: Dialect.American })
  const defaults = await linter.getLintConfig()
  for (const rule of [...Object.keys(HARPER_OFF), ...HARPER_LINE_OFF]) expect(Object.keys(defaults), rule).toContain(rule)
  await linter.setLintConfig(harperSettings(defaults))
  const problems = async (text: string) => Object.values(await linter.organizedLints(text, { language: 'plaintext' })).flat().map((lint) => lint.get_problem_text())
  expect(await problems('Okonjo’s friends met at the the cafetria.')).toEqual(expect.arrayContaining(['cafetria']))
  expect(await problems('Okonjo’s friends met at the the cafetria.')).not.toContain('the the')
  await linter.importWords(wordsFor(['Ines Okonjo']))
  expect(await problems('Okonjo’s friends met Okonjo.')).toEqual([])
})
