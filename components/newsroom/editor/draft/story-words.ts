import { acceptedBody } from '#domain/document/suggestions.ts'
import { plainText } from '#domain/document/plain-text.ts'
import { imagesOf } from '#domain/document/schema.ts'
import type { StoryContent } from '#domain/story.ts'

/** All words of a story as plain text for the clipboard: headline, deck, body, then the words of its pictures. */
export function storyWords(content: StoryContent): string {
  const pictures = [...(content.lead === null ? [] : [content.lead]), ...imagesOf(content.body).map(({ attrs }) => attrs)]
  const words = pictures.flatMap(({ caption, alt, credit }) => [caption, alt, credit].filter((part) => part !== '').join('\n'))
  return [content.headline, content.deck, plainText(acceptedBody(content.body)), ...words].filter((part) => part !== '').join('\n\n')
}
