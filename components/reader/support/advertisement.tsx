import { adFor, AD_SIZE, AD_SMALL_WIDTH, type AdPlace, type SupportView } from '#domain/support/support.ts'
import type { Words } from '#domain/words/words.ts'

const adFile = (key: string) => `/api/ads/${encodeURIComponent(key)}`

/** The advertisement whose turn it is on this page, under its label: a picture of ours, in a room that is kept free for it. */
export function Advertisement({ support, place, path, words }: { support: SupportView; place: AdPlace; path: string; words: Words }) {
  const ad = adFor(support.ads, { place, path, hour: support.hour })
  if (ad === null) return null
  return (
    <aside className="advertisement" aria-label={words.support.advertisement}>
      <p className="advertisement-label">{words.support.advertisement}</p>
      <a href={ad.url} rel="sponsored noopener nofollow">
        <img
          src={adFile(ad.smallKey)}
          srcSet={`${adFile(ad.smallKey)} ${AD_SMALL_WIDTH}w, ${adFile(ad.largeKey)} ${AD_SIZE.width}w`}
          sizes="(min-width: 48rem) 38rem, 100vw"
          alt={ad.alt}
          width={AD_SIZE.width}
          height={AD_SIZE.height}
          loading="lazy"
          decoding="async"
        />
      </a>
    </aside>
  )
}
