import type { PagePicture as Widths } from '#domain/print/views.ts'

/** The address of a file of an issue. */
export function issueFile(key: string): string {
  return `/api/issues/${encodeURIComponent(key)}`
}

type Props = { widths: readonly Widths[]; alt: string; sizes: string; first?: boolean }

/** A printed page as a picture, in the sizes that it was prepared in. */
export function PagePicture({ widths, alt, sizes, first = false }: Props) {
  const plain = widths.find(({ width }) => width >= 960) ?? widths[0]
  if (plain === undefined) return null
  return (
    <img
      src={issueFile(plain.key)}
      srcSet={widths.map(({ key, width }) => `${issueFile(key)} ${width}w`).join(', ')}
      sizes={sizes}
      alt={alt}
      width={plain.width}
      height={plain.height}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
    />
  )
}
