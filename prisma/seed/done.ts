/** A command's success, or an error that names the step and the reasons of the refusal. */
export function done<T extends { ok: boolean }>(step: string, result: T): Extract<T, { ok: true }> {
  if (isDone(result)) return result
  throw new Error(`${step}: ${reasons(result)}`)
}

function isDone<T extends { ok: boolean }>(result: T): result is Extract<T, { ok: true }> {
  return result.ok
}

function reasons(result: object): string {
  if (!('problems' in result) || !Array.isArray(result.problems)) return 'refused'
  return result.problems.map((problem: unknown) => (typeof problem === 'object' && problem !== null && 'message' in problem ? String(problem.message) : '')).join(' ')
}
