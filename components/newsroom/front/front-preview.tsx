import { PreviewScreens } from '#components/ui/preview-screens.client.tsx'

/** The draft as readers would see it on three screens. `version`: of the draft. */
export function FrontPreview({ version }: { version: number }) {
  return (
    <section aria-labelledby="preview" className="mt-8">
      <h2 id="preview" className="font-serif text-xl font-semibold">
        Preview
      </h2>
      <p className="mb-3 text-sm text-soft">The draft as readers would see it now. Links open in a new tab.</p>
      <PreviewScreens title="Preview" src={`/newsroom/front/preview?draft=${version}`} />
    </section>
  )
}
