'use client'

import { usePathname } from 'next/navigation'

/** The menu of the newsroom; the page that is open is marked. */
export function NewsroomNav({ pages }: { pages: { href: string; label: string }[] }) {
  const path = usePathname()
  const isCurrent = (href: string) => (href === '/newsroom' ? path === href : path.startsWith(href))
  return (
    <nav aria-label="Newsroom">
      <ul className="flex flex-wrap gap-x-1">
        {pages.map(({ href, label }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={isCurrent(href) ? 'page' : undefined}
              className="inline-block rounded-md px-3 py-1.5 text-sm hover:bg-wash aria-[current]:bg-wash aria-[current]:font-semibold"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
