import { playerOf, siteOf, type Player } from '#domain/document/embed-address.ts'
import { isSafeHref, isTranscriptAddress, type Embed } from '#domain/document/schema.ts'
import type { AssetView } from '#domain/media.ts'
import type { Words } from '#domain/words/words.ts'
import { Picture } from '../picture.tsx'

type Props = { block: Embed; still: AssetView | undefined; words: Words['story'] }

/** Something elsewhere on the web: a player that is loaded when a reader opens it, or else a link. */
export function EmbedBlock({ block, still, words }: Props) {
  const { url, title } = block.attrs
  if (!isSafeHref(url)) return null
  const player = playerOf(url)
  return player === null ? <LinkCard url={url} title={title} /> : <PlayerBlock block={block} still={still} player={player} words={words} />
}

function LinkCard({ url, title }: { url: string; title: string }) {
  return (
    <p className="link-card">
      <a href={url} rel="noopener nofollow" dir="auto">
        {title === '' ? url : title}
      </a>{' '}
      <span>{siteOf(url)}</span>
    </p>
  )
}

/**
 * A closed <details>: what is inside is not rendered, and a lazy frame that is not rendered loads nothing. So the third
 * party hears of a reader only once they open it, without any script of ours.
 */
function PlayerBlock({ block, still, player, words }: Props & { player: Player }) {
  const { url, title, stillAlt, transcript = '' } = block.attrs
  const name = title === '' ? player.provider : title
  return (
    <figure className="embed" data-shape={player.shape}>
      <details>
        <summary>
          {still !== undefined && <Picture asset={still} alt={stillAlt ?? ''} sizes="(min-width: 44rem) 40rem, 100vw" />}
          <span className="embed-play">
            <span className="embed-sign" aria-hidden="true" />
            <span dir="auto">
              {player.shape === 'video' ? words.watch : words.listen}: {name}
            </span>
          </span>
        </summary>
        <iframe
          src={player.player}
          title={`${name} (${player.provider})`}
          loading="lazy"
          allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
          referrerPolicy="strict-origin-when-cross-origin"
          // eslint-disable-next-line react/iframe-missing-sandbox -- another origin, so these two do not let it out
          sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"
        />
      </details>
      <figcaption>
        {still !== undefined && (block.attrs.stillCredit ?? '') !== '' && <span className="figure-credit">{block.attrs.stillCredit} </span>}
        {words.loadsPlayer(player.provider)}{' '}
        <a href={url} rel="noopener nofollow">
          {words.openOn(siteOf(url))}
        </a>
        {isTranscriptAddress(transcript) && (
          <>
            {' '}
            <a href={transcript} rel="noopener">
              {words.readTranscript}
            </a>
          </>
        )}
      </figcaption>
    </figure>
  )
}
