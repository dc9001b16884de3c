const TABS = [
  ['/newsroom/readers', 'Newsletter'],
  ['/newsroom/readers/letters', 'Letters and tips'],
  ['/newsroom/readers/comments', 'Comments'],
] as const

/** The desks of what readers get and write; `current` is the address of the one that is open. */
export function ReadersTabs({ current }: { current: (typeof TABS)[number][0] }) {
  return (
    <nav aria-label="Readers" className="mb-4">
      <ul className="flex flex-wrap gap-1 text-sm">
        {TABS.map(([href, label]) => (
          <li key={href}>
            <a href={href} aria-current={href === current ? 'page' : undefined} className="inline-block rounded-md px-3 py-2 hover:bg-wash aria-[current]:bg-wash aria-[current]:font-semibold">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
