import { ViewLinks } from '#components/ui/view-links.tsx'

const TABS = [
  ['/newsroom/readers', 'Newsletter'],
  ['/newsroom/readers/letters', 'Letters and tips'],
  ['/newsroom/readers/comments', 'Comments'],
] as const

/** The desks of what readers get and write; `current` is the address of the one that is open. */
export function ReadersTabs({ current }: { current: (typeof TABS)[number][0] }) {
  return <ViewLinks label="Readers" className="mb-4" links={TABS.map(([href, label]) => ({ href, label, current: href === current }))} />
}
