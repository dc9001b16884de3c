import type { BannerView } from '#domain/front-page/banner.ts'

/** What the paper has to say at once, above all else on its front. */
export function BreakingBanner({ banner: { text, path } }: { banner: BannerView }) {
  return (
    <section className="breaking" aria-label="Breaking news">
      <p>
        <b>Breaking</b> <span dir="auto">{path === null ? text : <a href={path}>{text}</a>}</span>
      </p>
    </section>
  )
}
