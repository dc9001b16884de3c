import { playerOf } from './document/embed-address.ts'
import { plainText } from './document/plain-text.ts'
import { isTranscriptAddress, type Block, type Embed, type Heading, type StoryDocument } from './document/schema.ts'

/**
 * What keeps readers who cannot see or hear a text from following it (WCAG 2.2: 1.2.2, 1.3.1, 2.4.6), in words for the writer. Pictures have
 * checks of their own (picture-checks.ts).
 */

const wordsOf = (block: Block) => plainText({ type: 'doc', content: [block] }).trim()

/** A subhead without words, and one that is more than a level below the subhead before it; the headline is above the first. */
function headingProblems(document: StoryDocument): string[] {
  let before = 1
  return document.content.flatMap((block) => {
    if (block.type !== 'heading') return []
    const problem = headingProblem(block, before)
    // What is empty is to be filled or removed; it is no step for the next one.
    if (wordsOf(block) !== '') before = block.attrs.level
    return problem === null ? [] : [problem]
  })
}

function headingProblem(heading: Heading, before: number): string | null {
  const words = wordsOf(heading)
  if (words === '') return 'A subhead has no words. Write it, or remove it.'
  return heading.attrs.level > before + 1 ? `The smaller subhead “${words}” has no subhead above it. Make it a subhead, or put one above it: readers who listen go by the order of headings.` : null
}

/** What a video lacks for readers who cannot hear it, or a transcript that leads nowhere. */
export function embedProblem({ attrs: { url, title, captions, transcript = '' } }: Embed): string | null {
  const name = title.trim() === '' ? url : `“${title}”`
  if (transcript !== '' && !isTranscriptAddress(transcript)) return `The transcript of ${name} needs an address that begins with https://.`
  const isVideo = playerOf(url)?.shape === 'video'
  return isVideo && captions === undefined && transcript === '' ? `Say whether the video ${name} has captions, or give a link to its transcript.` : null
}

/** Everything in a text that shuts readers out, in the order of the text, subheads first. */
export function accessProblems(document: StoryDocument): string[] {
  return [...headingProblems(document), ...document.content.flatMap((block) => (block.type === 'embed' ? (embedProblem(block) ?? []) : []))]
}
