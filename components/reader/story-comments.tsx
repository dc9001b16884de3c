import { StoryDate } from '#components/story/story-date.tsx'
import type { CommentsView } from '#domain/comments/comment.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { CommentForm } from './comment-form.tsx'

/** `view` null: the paper has no comments; `path`: the address of the story; `form`: whether one can be written here. */
type Props = { view: CommentsView | null; path: string; paper: PaperView; form?: boolean }

/** What readers say below a story, oldest first, and the form to say something. Nothing where nobody can and nobody did. */
export function StoryComments({ view, path, paper, form = false }: Props) {
  if (view === null || (view.comments.length === 0 && !view.takes)) return null
  const { comments: words, forms } = wordsOf(paper.language)
  return (
    <section className="story-comments" aria-labelledby="comments">
      <h2 id="comments">{words.title}</h2>
      {view.comments.length > 0 && (
        <ol>
          {view.comments.map(({ id, name, text, at }) => (
            <li key={id}>
              <p className="comment-by">
                <b dir="auto">{name}</b> <StoryDate at={at} timeZone={paper.timeZone} />
              </p>
              <p className="comment-text" dir="auto">
                {text}
              </p>
            </li>
          ))}
        </ol>
      )}
      {view.next !== null && (
        <p className="comments-more">
          <a href={`${path}/comments/${view.next}`} rel="next">
            {words.more}
          </a>
        </p>
      )}
      {form && view.takes && <CommentForm words={words} trap={forms.trap} story={path} values={{}} problems={[]} />}
    </section>
  )
}
