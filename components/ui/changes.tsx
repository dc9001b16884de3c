import type { FieldChange } from '#domain/document/diff.ts'

const AROUND = 60

/** Long unchanged stretches are cut to what stands around a change. */
function shortened(text: string): string {
  return text.length <= AROUND * 2 + 20 ? text : `${text.slice(0, AROUND)} … ${text.slice(-AROUND)}`
}

/** What differs between two revisions, word by word; added and removed are told apart by more than colour. `whole`: what is the same is not shortened. */
export function Changes({ changes, whole = false }: { changes: readonly FieldChange[]; whole?: boolean }) {
  if (changes.length === 0) return <p className="text-sm text-soft">Nothing that a reader would see has changed.</p>
  return (
    <dl className="flex flex-col gap-3 rounded-md border border-rule bg-wash p-3 text-sm">
      {changes.map((change) => (
        <div key={change.label}>
          <dt className="font-semibold">{change.label}</dt>
          <dd className="mt-1 font-serif leading-relaxed break-words whitespace-pre-wrap">
            {change.words.map((word, index) =>
              word.kind === 'added' ? (
                <ins key={index} className="bg-good-wash text-good decoration-2">{word.text}</ins>
              ) : word.kind === 'removed' ? (
                <del key={index} className="bg-bad-wash text-bad">{word.text}</del>
              ) : (
                <span key={index}>{whole ? word.text : shortened(word.text)}</span>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
