export type ViewLink = { href: string; label: string; current: boolean }

/** The views of a page, or the pages of a desk, in a row of links; the one that is open is marked. `label` names the row for screen readers. */
export function ViewLinks({ label, links, className }: { label: string; links: readonly ViewLink[]; className?: string }) {
  return (
    <nav aria-label={label} {...(className === undefined ? {} : { className })}>
      <ul className="flex flex-wrap gap-1 text-sm">
        {links.map(({ href, label: name, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined} className="inline-block rounded-md px-3 py-2 hover:bg-wash aria-[current]:bg-wash aria-[current]:font-semibold">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
