// Older ones have published remote code execution or leaks.
const FLOORS: [name: string, floor: string][] = [
  ['next', '16.4.5'],
  ['sharp', '0.35.5'],
  ['next-auth', '4.24.15'],
  ['nodemailer', '10.4.1'],
  ['@tiptap/*', '3.31.4'],
  ['prosemirror-view', '1.42.3'],
  ['mammoth', '1.12.2'],
]

// Numbered by itself, not with the rest of its family.
const APART = new Set(['@tiptap/y-tiptap'])

const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)

/** Whether `version` is older than `floor`; a pre-release counts as older than its release. */
export function isOlder(version: string, floor: string): boolean {
  const [a, b] = [numbers(version), numbers(floor)]
  for (const [at, wanted] of b.entries()) {
    const part = a[at] ?? 0
    if (part !== wanted) return !(part > wanted)
  }
  return version.includes('-')
}

/** Packages of a package-lock.json (parsed) below their floor, wherever they lie in the tree. */
export function versionFindings(lock: { packages?: Record<string, { version?: string }> }): string[] {
  return Object.entries(lock.packages ?? {}).flatMap(([path, { version }]) => {
    const name = path.split('node_modules/').at(-1) ?? ''
    const floor = FLOORS.find(([known]) => (known.endsWith('/*') ? name.startsWith(known.slice(0, -1)) : name === known))?.[1]
    if (floor === undefined || APART.has(name) || version === undefined || path === '' || !isOlder(version, floor)) return []
    return [`package-lock.json: ${path} is ${version}; below ${floor} it has a published hole. Raise it: npm install ${name}@latest`]
  })
}
