import type { LeveledFinding } from '#domain/copydesk/finding.ts'
import { RULES } from '#domain/copydesk/rules.ts'
import { demoFindings, ratePer300 } from './copydesk/demo-findings.ts'

/**
 * Prints what the copy desk says about the demo paper, whose stories are written to be right: each finding is a false alarm, or an
 * error to correct in prisma/seed/stories. Fails above one finding per 300 words.
 */

const MOST_PER_300_WORDS = 1

function line({ ruleId, place, passage, message, fix }: LeveledFinding): string {
  const where = `${place.part ?? place.field}${place.block === undefined ? '' : ` ${place.block}`}`
  const words = passage.length > 80 ? `${passage.slice(0, 77)}…` : passage
  return `  ${ruleId}, ${where}: “${words}”${fix === undefined ? '' : ` → “${fix}”`}\n    ${message}`
}

const stories = demoFindings()
const found = stories.filter(({ findings }) => findings.length > 0)
const rate = ratePer300(stories)
const words = stories.reduce((sum, story) => sum + story.words, 0)
const count = stories.reduce((sum, { findings }) => sum + findings.length, 0)
const list = found.flatMap(({ section, headline, findings }) => [`${section}: ${headline}`, ...findings.map(line)])
const total = `${stories.length} stories, ${words} words, ${RULES.length} rules. Findings: ${count}, or ${rate.toFixed(2)} per 300 words (at most ${MOST_PER_300_WORDS}).`
process.stdout.write(`${[...list, total].join('\n')}\n`)
if (rate > MOST_PER_300_WORDS) process.exitCode = 1
