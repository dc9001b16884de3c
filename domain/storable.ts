/** A text as the database takes it: without U+0000, and with U+FFFD for half a surrogate pair (PostgreSQL, "Character Types"). */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

/** A JSON.parse reviver: every text storable. */
export function reviveStorable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? storable(value) : value
}

/** A copy of what came from a browser, every text within storable. Lists and plain objects are walked; all else stays as it is. */
export function storableDeep(value: unknown): unknown {
  // What a browser sends may hold itself.
  const made = new Map<object, unknown>()
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') return storable(part)
    if (typeof part !== 'object' || part === null) return part
    if (made.has(part)) return made.get(part)
    if (Array.isArray(part)) {
      const list: unknown[] = []
      made.set(part, list)
      for (const item of part) list.push(clean(item))
      return list
    }
    if (!isPlain(part)) return part
    const copy: Record<string, unknown> = Object.create(null)
    made.set(part, copy)
    for (const [name, item] of Object.entries(part)) copy[name] = clean(item)
    return copy
  }
  return clean(value)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
