import { StateBadge } from '#components/ui/state-badge.tsx'
import type { StoryKind } from '#domain/story.ts'
import type { StoryState } from '#domain/workflow.ts'

const TABS = [
  { page: 'edit', path: '', label: 'Edit' },
  { page: 'review', path: '/review', label: 'Review' },
  { page: 'plan', path: '/plan', label: 'Plan' },
  { page: 'schedule', path: '/schedule', label: 'Schedule' },
  { page: 'history', path: '/history', label: 'History' },
] as const

type Props = {
  story: { id: string; kind: StoryKind; headline: string; state: StoryState; live: boolean; publicPath: string | null }
  page: (typeof TABS)[number]['page']
}

/** The head of a story's pages: which story, where it stands, and its other pages. */
export function StoryTabs({ story, page }: Props) {
  return (
    <header className="mb-5 border-b border-rule">
      <div className="flex flex-wrap items-baseline gap-3">
        <p className="font-serif text-lg font-semibold break-words">{story.headline || (story.kind === 'PAGE' ? 'Page without a title' : 'Story without a headline')}</p>
        <StateBadge state={story.state} live={story.live} testId="story-state" />
        {story.publicPath !== null && (
          <a href={story.publicPath} className="text-link text-sm">
            As readers see it
          </a>
        )}
      </div>
      <nav aria-label={story.kind === 'PAGE' ? 'Screens of this page' : 'Pages of this story'} className="-mb-px mt-2 flex flex-wrap gap-1 print:hidden">
        {TABS.filter((tab) => story.kind === 'STORY' || tab.page !== 'plan').map((tab) => (
          <a
            key={tab.page}
            href={`/newsroom/stories/${story.id}${tab.path}`}
            aria-current={tab.page === page ? 'page' : undefined}
            className="border-b-2 border-transparent px-2 py-2 text-sm sm:px-3 aria-[current]:border-accent aria-[current]:font-semibold"
          >
            {tab.label}
          </a>
        ))}
      </nav>
    </header>
  )
}
