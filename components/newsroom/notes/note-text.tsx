import { notePieces, type MentionView } from '#domain/notes.ts'

/** What somebody wrote: plain text, with web addresses to follow and the names of those who are called. */
export function NoteText({ body, mentions }: { body: string; mentions: readonly MentionView[] }) {
  return (
    <p className="break-words whitespace-pre-wrap">
      {notePieces(body, mentions.map(({ name }) => name)).map(({ kind, text }, index) =>
        kind === 'link' ? (
          <a key={index} href={text} rel="noopener noreferrer nofollow" target="_blank" className="text-link break-all">
            {text}
          </a>
        ) : kind === 'mention' ? (
          <span key={index} className="rounded-sm bg-info-wash font-semibold text-info">
            {text}
          </span>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </p>
  )
}
