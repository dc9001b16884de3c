import { isFileNameAsWords, saysTheSame } from './picture-checks.ts'

/**
 * Help with alt text: what the caption already says, what is too much or too little. It never proposes a sentence: what a picture
 * shows is for somebody to say who has looked at it.
 */

/** Longer than this, a screen reader's listener waits for the end; W3C's alt decision tree asks for "a brief description". */
export const ALT_LENGTH = { shortest: 15, longest: 150 } as const

const ANNOUNCED = /^(?:an? |the |this )?(?:photo(?:graph)?|picture|image|pic|graphic|screenshot|snapshot)(?: (?:of|showing|shows|that shows|which shows|depicting|with)|:)(?=\s|$)/i

/** Whether a text is nothing but names: "Ana Ruiz", "Ana Ruiz and Ben Ode". */
function isOnlyNames(text: string): boolean {
  const words = text.trim().replace(/[.,]/g, ' ').split(/\s+/)
  return words.length <= 8 && words.every((word) => /^\p{Lu}[\p{L}'’-]*$/u.test(word) || /^(?:and|with|de|van|von|la|&)$/.test(word)) && words.some((word) => /^\p{Lu}/u.test(word)) && words.length >= 2
}

const has = (text: string, name: string) => text.toLowerCase().includes(name.trim().toLowerCase())

/** The caption's words that tell something, for the share of them that the alt text repeats. */
function tellingWords(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.replace(/s$/, '')))
}

/** Whether nearly all that the alt text says stands in the caption already. */
function repeatsCaption(alt: string, caption: string): boolean {
  const [said, captioned] = [tellingWords(alt), tellingWords(caption)]
  if (said.size < 3) return false
  const repeated = [...said].filter((word) => captioned.has(word)).length
  return repeated / said.size >= 0.8
}

/** Hints beside the alt text of a picture, most useful first; empty = nothing to say. `people`: who can be seen, by name. */
export function altHints({ caption, alt, people }: { caption: string; alt: string; people: readonly string[] }): string[] {
  const text = alt.trim()
  if (text === '') return emptyHints(caption, people)
  if (isFileNameAsWords(text)) return ['This is a file name. Say what can be seen, for someone who cannot see it.']
  const hints: string[] = []
  if (saysTheSame(text, caption)) hints.push('Same as the caption, so a listener hears it twice. Say what the picture shows instead.')
  else if (repeatsCaption(text, caption)) hints.push('Nearly all of this stands in the caption too. Say what can be seen: who does what, where, and what it looks like.')
  const announced = ANNOUNCED.exec(text)?.[0]
  if (announced !== undefined) hints.push(`Leave out “${announced.trim().replace(/:$/, '')}”: a screen reader says that it is an image.`)
  if (isOnlyNames(text)) hints.push('Only names. Say what they do, and where.')
  else if (text.length < ALT_LENGTH.shortest) hints.push('Very short. Say who does what, and where.')
  if (text.length > ALT_LENGTH.longest) hints.push(`${text.length} characters. Keep it to about ${ALT_LENGTH.longest}, and put the rest into the caption or the story.`)
  return hints
}

function emptyHints(caption: string, people: readonly string[]): string[] {
  const hints = ['Say what the picture shows, for someone who cannot see it: who does what, where, and what it looks like.']
  if (caption.trim() === '') return hints
  const named = people.filter((name) => has(caption, name))
  hints.push(named.length > 0 ? `The caption already names ${listed(named)}; say what can be seen.` : 'Whoever listens hears the caption too: say here only what can be seen.')
  return hints
}

function listed(names: readonly string[]): string {
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
