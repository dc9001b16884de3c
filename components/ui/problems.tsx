import type { Problem } from '#domain/result.ts'

/** What keeps a person from going on, read out at once; problems that stand beside their field are left to it. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <div role="alert" className="rounded-md border border-bad bg-bad-wash px-4 py-3 text-sm text-bad">
      {problems.length === 1 ? (
        <p>{problems[0]?.message}</p>
      ) : (
        <ul className="list-disc pl-5">
          {problems.map((problem, index) => (
            <li key={index}>{problem.message}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A calm sentence that something worked. */
export function Done({ children }: { children: string }) {
  return (
    <p role="status" className="rounded-md border border-good bg-good-wash px-4 py-3 text-sm text-good">
      {children}
    </p>
  )
}
