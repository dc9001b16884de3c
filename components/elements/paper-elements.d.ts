import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Marked = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { [data: `data-${string}`]: string | undefined }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'fp-read': Marked
      'fp-offline': Marked
    }
  }
}
