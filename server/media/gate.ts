import 'server-only'

type Holder = Record<symbol, Gate | undefined>
const holder = globalThis as typeof globalThis & Holder

/** Lets some pieces of work run at once; the others wait their turn in order. `waiting`: how many do now. */
export type Gate = { <T>(work: () => Promise<T>): Promise<T>; waiting: () => number }

/** A gate of so many places. */
export function gate(places: number): Gate {
  let free = places
  const queue: (() => void)[] = []
  const pass = async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => queue.push(go))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
  return Object.assign(pass, { waiting: () => queue.length })
}

/** The gate of this name, one for the whole process: Next loads a file once for each route that uses it. */
export function processGate(name: string, places: number): Gate {
  return (holder[Symbol.for(`fourth-period.gate.${name}`)] ??= gate(places))
}
