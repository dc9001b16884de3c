/** Does `work` at most once in `ms` milliseconds of `later`'s clock; `now` does it at once, in place of what was due. */
export function throttled(world: { later: (work: () => void, ms: number) => () => void }, ms: number, work: () => void) {
  let cancel: (() => void) | null = null
  const stop = () => {
    cancel?.()
    cancel = null
  }
  const now = () => {
    stop()
    work()
  }
  return { now, stop, soon: () => void (cancel ??= world.later(now, ms)) }
}
