import type { PictureMark } from './picture-marks.ts'

const TONES: Record<PictureMark['tone'], string> = {
  bad: 'border-bad bg-bad-wash text-bad',
  warn: 'border-warn bg-warn-wash text-warn',
  soft: 'border-rule text-soft',
}

/** What somebody should see of a picture at a glance, as word and colour. */
export function MarkList({ marks }: { marks: readonly PictureMark[] }) {
  if (marks.length === 0) return null
  return (
    <ul aria-label="To do" className="flex flex-wrap gap-1">
      {marks.map(({ word, tone }) => (
        <li key={word} className={`rounded-sm border px-1.5 py-0.5 text-xs font-semibold ${TONES[tone]}`}>
          {word}
        </li>
      ))}
    </ul>
  )
}
