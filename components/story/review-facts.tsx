import type { Review } from '#domain/story-template.ts'
import type { Words } from '#domain/words/words.ts'

const FACTS = ['maker', 'where', 'when', 'price'] as const

/** What is reviewed, and what the paper thinks of it: the rating as stars, and in words for whoever does not see them. */
export function ReviewFacts({ review, words }: { review: Review; words: Words['story'] }) {
  const facts = FACTS.filter((name) => review[name] !== '')
  return (
    <section className="review-facts" aria-label={review.title === '' ? words.facts : review.title}>
      {review.title !== '' && (
        <p className="review-title" dir="auto">
          {review.title}
        </p>
      )}
      <dl>
        {facts.map((name) => (
          <div key={name}>
            <dt>{words.reviewed[name]}</dt>
            <dd dir="auto">{review[name]}</dd>
          </div>
        ))}
        {review.rating !== null && (
          <div className="review-rating">
            <dt>{words.reviewed.rating}</dt>
            <dd>
              <Stars halves={review.rating} />
              <span className="review-rating-words">{words.rating(String(review.rating / 2))}</span>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

const STAR = 'M8 1.6 9.9 5.700 14.4 6.300 11.100 9.400 11.900 13.900 8 11.700 4.100 13.900 4.900 9.400 1.600 6.300 6.100 5.700Z'

function Stars({ halves }: { halves: number }) {
  return (
    <span className="stars" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((star) => (
        <svg key={star} viewBox="0 0 16 16" data-fill={halves >= star * 2 ? 'whole' : halves === star * 2 - 1 ? 'half' : 'none'}>
          <path className="star-fill" d={halves === star * 2 - 1 ? 'M8 1.600 8 11.700 4.100 13.900 4.900 9.400 1.600 6.300 6.100 5.700Z' : STAR} />
          <path className="star-line" d={STAR} />
        </svg>
      ))}
    </span>
  )
}
