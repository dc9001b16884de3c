import type { LibraryItem } from '#domain/media-library.ts'
import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField } from '#components/ui/fields.client.tsx'

/** Throws a picture away that no story ever had, or says why it stays. */
export function DeletePicture({ item, remove }: { item: LibraryItem; remove: FormAction }) {
  return (
    <details className="panel">
      <summary className="cursor-pointer text-base font-semibold">Throw this picture away</summary>
      <div className="mt-3">
        {item.mayDelete ? (
          <ActionForm action={remove} submit="Throw it away" tone="button-danger">
            <input type="hidden" name="assetId" value={item.id} />
            <p className="text-sm text-soft">The file, its words and its proof go for good.</p>
            <CheckField name="sure" value="yes" label="Yes, throw this picture away" />
          </ActionForm>
        ) : (
          <p className="text-sm text-soft">
            {item.usedIn.length > 0
              ? 'It stands in a story, so it stays. Replace it, or take it out of the story first.'
              : 'It stays: only a picture that no story ever had and that nobody has captioned can be thrown away, by whoever uploaded it or an editor.'}
          </p>
        )}
      </div>
    </details>
  )
}
