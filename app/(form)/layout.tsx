import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { descriptionOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'
import '#components/story/story.css'
import '#components/story/scores.css'
import '../(reader)/reader.css'

// Readers' pages that answer to what was asked for with them, beside the paper's, which are made once for everybody: made anew
// at every request, whole without script, and never kept by anybody.
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { description: descriptionOf(await publishedPaper()) }
}

export default function FormLayout({ children }: { children: ReactNode }) {
  return children
}
