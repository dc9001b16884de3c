import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'

type Line = { id: string; slug: string; name: string; stories: number; former: string[] }

/** The tags of the paper, each with the form that renames it. */
export function TagLines({ tags, more, words, rename }: { tags: readonly Line[]; more: boolean; words: string; rename: FormAction }) {
  return (
    <>
      <form method="get" className="mb-4 flex max-w-xl items-end gap-2">
        <label className="grow text-sm font-semibold">
          Find a tag
          <input type="search" name="find" defaultValue={words} maxLength={40} className="control mt-1 font-normal" />
        </label>
        <button type="submit" className="button">
          Find
        </button>
      </form>
      {tags.length === 0 && <p className="text-soft">{words === '' ? 'No story has a tag yet.' : 'No tag has these letters in its name.'}</p>}
      <ul className="max-w-3xl divide-y divide-rule border-y border-rule">
        {tags.map(({ id, slug, name, stories, former }) => (
          <li key={id} className="py-1">
            <details>
              <summary className="cursor-pointer py-1.5">
                <span className="font-semibold">{name}</span> <span className="text-sm text-soft">{stories === 0 ? 'on no live story' : stories === 1 ? '1 story' : `${stories} stories`}</span>
              </summary>
              <div className="flex flex-col gap-3 p-3">
                {stories > 0 && (
                  <p className="text-sm">
                    <a href={`/tag/${slug}`} className="text-link">
                      /tag/{slug}
                    </a>
                    {former.length > 0 && <span className="text-soft"> Former addresses: {former.map((one) => `/tag/${one}`).join(', ')}</span>}
                  </p>
                )}
                <ActionForm action={rename} submit="Rename">
                  <input type="hidden" name="tagId" value={id} />
                  <TextField name="name" label="Name" defaultValue={name} required maxLength={40} />
                </ActionForm>
              </div>
            </details>
          </li>
        ))}
      </ul>
      {more && <p className="mt-3 text-sm text-soft">There are more tags than these. Find one by its letters.</p>}
    </>
  )
}
