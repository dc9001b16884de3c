import type { CleanUp } from '#domain/from-text/understood-story.ts'

const MANY = 12

function lineNumbers(lines: readonly number[]): string {
  const shown = lines.slice(0, MANY).join(', ')
  const more = lines.length > MANY ? ` and ${lines.length - MANY} more` : ''
  return `${lines.length === 1 ? 'Line' : 'Lines'} ${shown}${more}`
}

/** What was put right without asking, one line a kind. Words and punctuation are never among it. */
export function CleanUpList({ cleanups }: { cleanups: readonly CleanUp[] }) {
  const kinds = [...new Set(cleanups.map(({ what }) => what))]
  return (
    <section aria-labelledby="clean-ups" className="flex flex-col gap-2">
      <h3 id="clean-ups" className="text-sm font-semibold">
        Put right
      </h3>
      {kinds.length === 0 ? (
        <p className="text-sm text-soft">Nothing: the text was tidy.</p>
      ) : (
        <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
          {kinds.map((kind) => (
            <li key={kind}>
              {kind} <span className="text-soft">{lineNumbers([...new Set(cleanups.filter(({ what }) => what === kind).map(({ line }) => line))])}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-soft">Words and punctuation are as you wrote them.</p>
    </section>
  )
}
