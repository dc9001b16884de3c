import type { Logo } from '#domain/look/look.ts'

/** The address of a logo's file. */
export const logoPath = (key: string) => `/api/logo/${key}`

/** The paper's name with its logo beside it, or the logo in its place. */
export function Nameplate({ name, logo }: { name: string; logo: Logo | null }) {
  if (logo === null) return <a href="/">{name}</a>
  const { key, width, height, instead } = logo
  return (
    <a href="/">
      <img src={logoPath(key)} width={width} height={height} alt={instead ? name : ''} className={instead ? 'logo-instead' : 'logo-beside'} />
      {!instead && name}
    </a>
  )
}
