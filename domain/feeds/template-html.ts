import type { StoryView } from '../story-view.ts'
import type { Language } from '../words/language.ts'
import { wordsOf, type Words } from '../words/words.ts'
import { element, type XmlElement } from './xml.ts'

/** What a story's template says around its text, for feed readers: its label, the facts of a review, the disclaimer of an opinion piece. */

type Names = Words['story']

const labelOf = ({ template }: Pick<StoryView, 'template'>, words: Names): string | null =>
  template?.kind === 'opinion' ? words.opinion : template?.kind === 'review' ? words.review : null

/** The topics of a story in a feed: that it is an opinion or a review, then its tags. */
export function topicsOf(story: Pick<StoryView, 'template' | 'tags'>, language: Language): string[] {
  const label = labelOf(story, wordsOf(language).story)
  const names = story.tags.map(({ name }) => name)
  return label === null || names.includes(label) ? names : [label, ...names]
}

/** What stands above the text. */
export function templateHead(story: Pick<StoryView, 'template'>, words: Names): XmlElement[] {
  const { template } = story
  const label = labelOf(story, words)
  if (label === null) return []
  const head = element('p', {}, [element('strong', {}, label)])
  if (template?.kind !== 'review') return [head]
  const { title, rating } = template
  const facts = [
    title,
    ...(['maker', 'where', 'when', 'price'] as const).flatMap((name) => (template[name] === '' ? [] : [`${words.reviewed[name]}: ${template[name]}`])),
    rating === null ? '' : `${words.reviewed.rating}: ${words.rating(String(rating / 2))}`,
  ].filter((fact) => fact !== '')
  return [head, ...(facts.length === 0 ? [] : [element('ul', {}, facts.map((fact) => element('li', {}, fact)))])]
}

/** What stands below the text. */
export function templateFoot({ template }: Pick<StoryView, 'template'>, words: Names): XmlElement[] {
  return template?.kind === 'opinion' ? [element('p', {}, [element('em', {}, words.disclaimer)])] : []
}
