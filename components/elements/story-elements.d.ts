import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Marked = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { class?: string; [data: `data-${string}`]: string | undefined }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'fp-gallery': Marked
      'fp-listen': Marked
      'fp-share': Marked
      'fp-text-size': Marked
    }
  }
}
