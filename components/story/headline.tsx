/** How much room a headline takes: four words may shout, twenty-two may not. */
export function headlineLength(text: string): 'short' | 'medium' | 'long' {
  return text.length <= 36 ? 'short' : text.length <= 90 ? 'medium' : 'long'
}

/** A story's headline at its place in the order of headings; a link to the story where `href` is given. */
export function Headline({ as: Level, text, href }: { as: 'h1' | 'h2' | 'h3'; text: string; href?: string }) {
  return (
    <Level className="headline" data-length={headlineLength(text)} dir="auto">
      {href === undefined ? text : <a href={href}>{text}</a>}
    </Level>
  )
}
