'use client'

import { usePathname } from 'next/navigation'

type NewsroomPage = { href: string; label: string }

/** The menu of the newsroom; the page that is open is marked. On a phone it is folded behind the name of that page, without script too. */
export function NewsroomNav({ pages }: { pages: NewsroomPage[] }) {
  const path = usePathname()
  // Of "/newsroom/settings" and "/newsroom/settings/mail" the longer one is meant.
  const current = pages.filter(({ href }) => (href === '/newsroom' ? path === href : path === href || path.startsWith(`${href}/`))).toSorted((a, b) => b.href.length - a.href.length)[0]
  const list = (
    <ul className="grid grid-cols-2 gap-x-1 md:flex md:flex-wrap md:gap-x-0 lg:gap-x-1">
      {pages.map(({ href, label }) => (
        <li key={href}>
          <a
            href={href}
            aria-current={href === current?.href ? 'page' : undefined}
            className="block rounded-md px-3 py-2 text-sm hover:bg-wash md:inline-block md:px-1.5 md:py-1.5 md:text-[0.8125rem] lg:px-3 lg:text-sm aria-[current]:bg-wash aria-[current]:font-semibold"
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <nav aria-label="Newsroom">
      <details key={path} className="md:hidden">
        <summary className="cursor-pointer rounded-md px-3 py-2 text-sm font-semibold hover:bg-wash">
          {current === undefined ? 'Menu' : `Menu · ${current.label}`}
        </summary>
        {list}
      </details>
      <div className="hidden md:block">{list}</div>
    </nav>
  )
}
