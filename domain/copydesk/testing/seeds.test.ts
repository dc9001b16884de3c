import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { storyToMake } from '../../from-text/story-content.ts'
import { understandText } from '../../from-text/understand.ts'
import type { StoryContent } from '../../story.ts'
import { copyTextOf } from '../copy-text.ts'
import type { LeveledFinding } from '../finding.ts'
import { copydeskFindings } from '../rules.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'

/** Real pages of school sites; they lie beside the repository and are never copied into it. */
const SEEDS = new URL('../../../../shared/seeds/', import.meta.url)
const files = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith('.txt')) : []
if (files.length === 0) process.stderr.write('The pages in ../shared/seeds are not there: what the copy desk finds in them is not tested.\n')

const NEWS = { slug: 'news', name: 'News' }
const read = (file: string) => readFileSync(new URL(file, SEEDS), 'utf8')

function findingsIn(content: StoryContent): LeveledFinding[] {
  const assets = Object.fromEntries([content.lead?.assetId ?? ''].map((id) => [id, { rights: 'UNKNOWN' as const }]))
  return copydeskFindings(copyTextOf(content, { section: NEWS, staff: [], paperWords: [], assets }), DEFAULT_SETTINGS)
}

/** The page as an import makes it a story, each picture uploaded and its right not yet known. */
function imported(source: string): LeveledFinding[] {
  const { pictures, ...story } = understandText(source)
  return findingsIn(storyToMake({ ...story, pictures: pictures.map((picture, index) => ({ ...picture, assetId: `a${index}` })) }, []).content)
}

/** The page as it was, pasted line by line into the editor. */
function pasted(source: string): LeveledFinding[] {
  const [headline = '', ...lines] = source.split('\n')
  return findingsIn({
    headline, deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: null,
    body: { type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] })) },
  })
}

const passagesOf = (findings: LeveledFinding[], ruleId: string) => findings.filter((finding) => finding.ruleId === ruleId).map(({ passage }) => passage)
const everyPage = (find: (source: string) => LeveledFinding[], ruleId: string) => files.flatMap((file) => passagesOf(find(read(file)), ruleId))

describe.skipIf(files.length === 0)('in the pages of real school sites, as they are imported', () => {
  test.each([
    ['the doubled full stop', 'doubled-punctuation', '..'],
    ['the full stop outside a closing quotation mark', 'punctuation-outside-quotes', '”.'],
    ['the acronym that is never spelled out', 'acronyms', 'NATO'],
    ['the slashed dates in the caption', 'slashed-dates', '3/20/23-3/21/23'],
    ['the missing byline', 'byline', ''],
    ['the courtesy picture without a license', 'credit-without-right', 'Courtesy of AP News'],
  ])('finds %s', (_what, ruleId, passage) => {
    expect(everyPage(imported, ruleId)).toContain(passage)
  })

  test('finds the opinion in News', () => {
    expect(everyPage(imported, 'judgment').map((phrase) => phrase.toLowerCase())).toContain('it’s no surprise')
  })

  test('finds every paragraph of over 100 words', () => {
    const long = files.flatMap((file) => read(file).split('\n')).map((line) => line.trim()).filter((line) => line.split(/\s+/).length > 100)
    expect(long.length).toBeGreaterThan(0)
    expect(everyPage(imported, 'long-paragraphs')).toEqual(expect.arrayContaining(long))
  })

  test('has no say over blank lines and non-breaking spaces that the import has put right', () => {
    expect([...everyPage(imported, 'non-breaking-spaces'), ...everyPage(imported, 'empty-paragraphs')]).toEqual([])
    const told = files.flatMap((file) => understandText(read(file)).cleanups).map(({ what }) => what)
    expect(told).toEqual(expect.arrayContaining(['Non-breaking spaces became plain spaces.', 'Blank lines were left out.']))
  })
})

describe.skipIf(files.length === 0)('in the same pages, pasted as they are', () => {
  test('finds the stray non-breaking spaces', () => {
    expect(everyPage(pasted, 'non-breaking-spaces').filter((passage) => passage.includes('\u00a0')).length).toBeGreaterThanOrEqual(3)
  })

  test('finds the blank lines, those with a non-breaking space too', () => {
    const blank = files.flatMap((file) => read(file).split('\n').slice(1)).filter((line) => line.trim() === '')
    expect(everyPage(pasted, 'empty-paragraphs').sort()).toEqual(blank.sort())
  })
})
