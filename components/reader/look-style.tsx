import { lookCss, type Look } from '#domain/look/look.ts'

/**
 * The paper's own colours, in the head of the page that they stand in: no request of their own, and never those of another moment. Nothing
 * but checked colours can be in it. React moves it up, and writes it once.
 */
export function LookStyle({ look }: { look: Look }) {
  const css = lookCss(look)
  if (css === '') return null
  return (
    <style href="look" precedence="look">
      {css}
    </style>
  )
}
