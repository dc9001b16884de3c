import type { ReplaceReport } from '#domain/media-library.ts'
import { storyName } from './replace-plan.ts'

type Story = { storyId: string; headline: string; reason?: string }

/** Stories under a sentence about them; nothing where there are none. */
export function StoryNames({ title, stories }: { title: string; stories: readonly Story[] }) {
  if (stories.length === 0) return null
  return (
    <div className="text-sm">
      <p className="font-semibold">{title}</p>
      <ul className="list-disc pl-5">
        {stories.map((story) => (
          <li key={story.storyId}>
            <a href={`/newsroom/stories/${story.storyId}`} className="text-link">
              {storyName(story)}
            </a>
            {story.reason !== undefined && `: ${story.reason}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What became of the stories when a picture was replaced. */
export function ReplaceOutcome({ report, newAssetId }: { report: ReplaceReport; newAssetId: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="rounded-md border border-good bg-good-wash px-4 py-3 text-sm text-good">
        Replaced.{' '}
        <a href={`/newsroom/media/${newAssetId}`} className="underline">
          Open the new picture
        </a>
      </p>
      <StoryNames title="The working copy has the new picture:" stories={report.changed} />
      <StoryNames title="Hand these in again, so that readers see it too:" stories={report.waitForApproval} />
      <StoryNames title="Not changed:" stories={report.notChanged} />
    </div>
  )
}
