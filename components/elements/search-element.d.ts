import type { HTMLAttributes } from 'react'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Answers while somebody types; around the form and its answer. `data-more`: the name of the link to the whole answer. */
      'fp-search-at-once': HTMLAttributes<HTMLElement> & { 'data-more': string }
    }
  }
}
