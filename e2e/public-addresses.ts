import { readFileSync } from 'node:fs'
import { dayIn } from '#domain/day.ts'
import { schoolYear } from '#domain/school-year.ts'
import { slugify } from '#domain/slug.ts'
import { DEMO_ACCOUNTS, DEMO_PAPER } from '#prisma/seed/accounts.ts'

/** A kind of public address: which routes of the build it covers, and addresses of it to ask for. */
export type AddressKind = { routes: string[]; paths: (about: Known) => string[] }

/** What the leak test knows of the stories that readers must not see. */
export type Known = { sectionSlug: string; slugs: string[]; storyIds: string[]; mediaKeys: string[]; assetIds: string[] }

/** The sitemap that a story which comes out now is in. */
export const sitemapOfNow = () => `/sitemaps/${new Date().toISOString().slice(0, 7)}.xml`

/** The pages of the archive that a story which comes out now is on, and older ones behind it. */
function archiveOfToday(): string[] {
  const day = dayIn(new Date(), DEMO_PAPER.timeZone).replaceAll('-', '/')
  return [`/archive/${day.slice(0, 7)}`, `/archive/${day}`].flatMap((path) => [path, `${path}/before/${Date.now()}`])
}

/** The addresses of the demo people's pages: their names, in address form. */
const STAFF_HANDLES = DEMO_ACCOUNTS.map(({ name }) => slugify(name))

/** Every kind of address that somebody without a sign-in can ask for. A new route must join one, or a test fails. */
export const ADDRESS_KINDS: AddressKind[] = [
  { routes: ['/(reader)'], paths: () => ['/', '/?q=1'] },
  { routes: ['/(reader)/[section]'], paths: ({ sectionSlug, slugs }) => [`/${sectionSlug}`, '/no-such-section', '/about', '/accessibility', ...slugs.map((slug) => `/${slug}`)] },
  {
    routes: ['/(reader)/[section]/[slug]'],
    paths: ({ sectionSlug, slugs, storyIds }) => [...slugs.map((slug) => `/${sectionSlug}/${slug}`), ...storyIds.map((id) => `/${sectionSlug}/${id}`), `/${sectionSlug}/no-such-story`],
  },
  { routes: ['/(reader)/scores', '/(reader)/scores/[team]', '/(reader)/scores/years/[year]'], paths: () => ['/scores', '/scores/no-such-team', '/scores/years/2026-27', '/scores/years/1999-00'] },
  {
    routes: ['/(form)/polls/[id]', '/api/polls/[id]', '/api/polls/[id]/turn', '/api/polls/[id]/ticket', '/api/polls/vote', '/api/polls/find', '/api/sports/games'],
    paths: ({ slugs, storyIds }) => [...storyIds.flatMap((id) => [`/polls/${id}`, `/api/polls/${id}`, `/api/polls/${id}/turn?option=${id}`, `/api/polls/${id}/ticket`]), '/api/polls/vote', ...slugs.flatMap((slug) => [`/api/polls/find?q=${slug}`, `/api/sports/games?q=${slug}`])],
  },
  {
    routes: ['/newsroom/sports', '/newsroom/sports/teams/[id]', '/newsroom/sports/games/[id]', '/newsroom/sports/opponents', '/newsroom/polls', '/newsroom/polls/new', '/newsroom/polls/[id]'],
    paths: ({ storyIds }) => ['/newsroom/sports', '/newsroom/sports/opponents', '/newsroom/polls', '/newsroom/polls/new', ...storyIds.flatMap((id) => [`/newsroom/sports/teams/${id}`, `/newsroom/sports/games/${id}`, `/newsroom/polls/${id}`])],
  },
  { routes: ['/(reader)/[section]/before/[place]'], paths: ({ sectionSlug }) => [`/${sectionSlug}/before/${Date.now()}`, `/${sectionSlug}/before/1764000000000-2`, `/${sectionSlug}/before`, '/no-such-section/before/1764000000000'] },
  { routes: ['/(reader)/tag/[slug]', '/(reader)/tag/[slug]/before/[place]'], paths: ({ slugs }) => ['/tag/zanzibarquokka', '/tag/zanzibarquokka/before/1764000000000', '/tag/search', ...slugs.map((slug) => `/tag/${slug}`)] },
  { routes: ['/(reader)/series/[slug]'], paths: ({ slugs }) => ['/series/the-old-pipes', '/series/none', ...slugs.map((slug) => `/series/${slug}`)] },
  {
    routes: ['/(reader)/archive', '/(reader)/archive/[year]', '/(reader)/archive/[year]/[month]', '/(reader)/archive/[year]/[month]/before/[place]', '/(reader)/archive/[year]/[month]/[day]', '/(reader)/archive/[year]/[month]/[day]/before/[place]'],
    paths: () => ['/archive', `/archive/${schoolYear(new Date(), DEMO_PAPER.timeZone)}`, ...archiveOfToday(), '/archive/1999-00', '/archive/2026/13'],
  },
  { routes: ['/newsroom/series', '/newsroom/tags', '/newsroom/settings/sections'], paths: ({ storyIds }) => ['/newsroom/series', `/newsroom/series?open=${storyIds[0] ?? ''}&find=a`, '/newsroom/tags', '/newsroom/tags?find=zanzibar', '/newsroom/settings/sections'] },
  { routes: ['/(reader)/how-we-edit'], paths: () => ['/how-we-edit'] },
  { routes: ['/(reader)/corrections', '/(reader)/corrections/before/[id]'], paths: ({ storyIds }) => ['/corrections', ...storyIds.map((id) => `/corrections/before/${id}`)] },
  {
    routes: ['/(form)/corrections/request', '/(form)/corrections/request/sent', '/api/corrections/request'],
    paths: ({ sectionSlug }) => [`/corrections/request?story=/${sectionSlug}/no-such-story`, '/corrections/request?draft=x', '/corrections/request/sent?reference=AAAA-AAAA', '/api/corrections/request'],
  },
  {
    routes: ['/(form)/search', '/api/search'],
    paths: ({ sectionSlug, slugs }) => ['/search', `/search?section=${sectionSlug}`, ...slugs.flatMap((slug) => [`/search?q=${slug}`, `/api/search?q=${slug}`])],
  },
  { routes: ['/newsroom/pages'], paths: () => ['/newsroom/pages'] },
  {
    routes: ['/(form)/newsletter', '/(form)/newsletter/confirm/[token]', '/(form)/newsletter/leave/[token]', '/api/newsletter', '/api/newsletter/confirm', '/api/newsletter/leave/[token]'],
    paths: () => ['/newsletter', '/newsletter?done=sent', '/newsletter?draft=x', `/newsletter/confirm/${'A'.repeat(43)}`, `/newsletter/leave/${'A'.repeat(43)}`, '/api/newsletter', '/api/newsletter/confirm', `/api/newsletter/leave/${'A'.repeat(43)}`],
  },
  { routes: ['/(form)/letters', '/(form)/tips', '/api/letters', '/api/tips'], paths: () => ['/letters', '/letters?done=sent', '/tips', '/tips?draft=x', '/api/letters', '/api/tips'] },
  {
    routes: ['/(reader)/[section]/[slug]/comments/[after]', '/(form)/comments/send', '/api/comments'],
    paths: ({ sectionSlug, slugs, storyIds }) => ['/comments/send', '/api/comments', ...slugs.flatMap((slug) => [`/comments/send?story=/${sectionSlug}/${slug}`, ...storyIds.map((id) => `/${sectionSlug}/${slug}/comments/${id}`)])],
  },
  { routes: ['/newsroom/readers', '/newsroom/readers/newsletter', '/newsroom/readers/letters', '/newsroom/readers/letters/[id]', '/newsroom/readers/comments'], paths: ({ storyIds }) => ['/newsroom/readers/comments', '/newsroom/readers/letters', ...storyIds.map((id) => `/newsroom/readers/letters/${id}`), '/newsroom/readers', '/newsroom/readers?kind=BREAKING', '/newsroom/readers/newsletter', '/newsroom/readers/newsletter?show=aside'] },
  { routes: ['/api/read', '/newsroom/figures', '/newsroom/settings/reading'], paths: ({ storyIds }) => ['/api/read', '/newsroom/figures', '/newsroom/settings/reading', ...storyIds.map((id) => `/newsroom/figures?story=${id}`)] },
  { routes: ['/(reader)/sw.js', '/(reader)/offline', '/api/offline'], paths: () => ['/sw.js', '/offline', '/offline/kept.json', '/api/offline'] },
  { routes: ['/newsroom/settings/support', '/api/ads', '/api/ads/[key]'], paths: ({ mediaKeys }) => ['/newsroom/settings/support', '/api/ads', ...mediaKeys.map((key) => `/api/ads/${key}`)] },
  {
    routes: ['/(reader)/issues', '/(reader)/issues/[slug]', '/(reader)/issues/[slug]/[page]', '/newsroom/issues', '/newsroom/issues/[id]', '/api/issues', '/api/issues/[key]'],
    paths: ({ slugs, storyIds, mediaKeys }) => [
      '/issues', '/issues/vol-1-issue-1', '/issues/vol-1-issue-1/1', '/newsroom/issues', '/api/issues', `/api/issues/${'0'.repeat(64)}.pdf`,
      ...slugs.map((slug) => `/issues/${slug}`), ...storyIds.map((id) => `/newsroom/issues/${id}`), ...mediaKeys.map((key) => `/api/issues/${key}`),
    ],
  },
  { routes: ['/newsroom/requests', '/newsroom/requests/[id]'], paths: ({ storyIds }) => ['/newsroom/requests', ...storyIds.map((id) => `/newsroom/requests/${id}`)] },
  { routes: ['/newsroom/front', '/(preview)/newsroom/front/preview'], paths: ({ storyIds }) => ['/newsroom/front', '/newsroom/front?find=a', '/newsroom/front/preview', ...storyIds.map((id) => `/newsroom/front/preview?of=${id}`)] },
  {
    routes: ['/(reader)/staff', '/(reader)/staff/[handle]', '/(reader)/staff/[handle]/before/[id]'],
    paths: ({ storyIds }) => ['/staff', '/staff/2026-27', '/staff/1999-00', '/staff/nobody', ...STAFF_HANDLES.flatMap((handle) => [`/staff/${handle}`, ...storyIds.map((id) => `/staff/${handle}/before/${id}`)])],
  },
  { routes: ['/(reader)/problem', '/_not-found', '/_global-error'], paths: () => ['/problem', '/a/b/c/d'] },
  { routes: ['/robots.txt'], paths: () => ['/robots.txt', '/rss'] },
  { routes: ['/icons/[file]', '/favicon.ico', '/apple-touch-icon.png', '/manifest.webmanifest'], paths: () => ['/icons/0123456789abcdef-192.png', '/icons/x', '/favicon.ico', '/apple-touch-icon.png', '/manifest.webmanifest'] },
  {
    routes: ['/(reader)/[section]/[slug]/social/[file]'],
    paths: ({ sectionSlug, slugs }) => slugs.flatMap((slug) => [`/${sectionSlug}/${slug}/social/0123456789abcdef.jpg`, `/${sectionSlug}/${slug}/social/x`]),
  },
  {
    routes: ['/newsroom/settings/look', '/(preview)/newsroom/settings/look/preview', '/api/look/logo', '/api/logo/[key]'],
    paths: () => ['/newsroom/settings/look', '/newsroom/settings/look/preview', '/newsroom/settings/look/preview?page=story', '/api/look/logo', `/api/logo/${'0'.repeat(64)}.png`, '/api/logo/x'],
  },
  { routes: ['/(reader)/feed.xml', '/(reader)/atom.xml', '/(reader)/feed.json'], paths: () => ['/feed.xml', '/atom.xml', '/feed.json', '/feed.xml?format=atom'] },
  {
    routes: ['/(reader)/[section]/feed.xml', '/(reader)/[section]/atom.xml', '/(reader)/[section]/feed.json'],
    paths: ({ sectionSlug }) => [`/${sectionSlug}/feed.xml`, `/${sectionSlug}/atom.xml`, `/${sectionSlug}/feed.json`, '/no-such-section/feed.xml'],
  },
  {
    routes: ['/(reader)/tag/[slug]/feed.xml', '/(reader)/tag/[slug]/atom.xml', '/(reader)/tag/[slug]/feed.json'],
    paths: ({ slugs }) => ['zanzibarquokka', ...slugs].flatMap((slug) => [`/tag/${slug}/feed.xml`, `/tag/${slug}/atom.xml`, `/tag/${slug}/feed.json`]),
  },
  {
    routes: ['/(reader)/staff/[handle]/feed.xml', '/(reader)/staff/[handle]/atom.xml', '/(reader)/staff/[handle]/feed.json'],
    paths: () => [...STAFF_HANDLES.flatMap((slug) => [`/staff/${slug}/feed.xml`, `/staff/${slug}/atom.xml`, `/staff/${slug}/feed.json`]), '/staff/nobody/feed.xml', '/staff/2026-27/feed.xml'],
  },
  {
    routes: ['/sitemap.xml', '/(reader)/sitemaps/[file]', '/(reader)/news-sitemap.xml'],
    paths: () => ['/sitemap.xml', '/news-sitemap.xml', '/sitemaps/pages.xml', sitemapOfNow(), sitemapOfNow().replace('.xml', '-2.xml'), '/sitemaps/1.xml'],
  },
  { routes: ['/api/health'], paths: () => ['/api/health'] },
  { routes: ['/api/media', '/api/media/[key]', '/api/media/assets'], paths: ({ mediaKeys, assetIds }) => [...mediaKeys.map((key) => `/api/media/${key}`), `/api/media/assets?ids=${assetIds.join(',')}`, '/api/media'] },
  { routes: ['/api/jobs/run', '/api/auth/[...nextauth]'], paths: () => ['/api/jobs/run', '/api/auth/session', '/api/auth/csrf', '/api/auth/providers'] },
  {
    routes: ['/newsroom', '/newsroom/stories', '/newsroom/stories/[id]', '/newsroom/stories/[id]/review', '/newsroom/stories/[id]/schedule', '/newsroom/stories/[id]/history', '/newsroom/stories/[id]/history/compare', '/newsroom/stories/[id]/record', '/newsroom/stories/new', '/newsroom/stories/new/from-text', '/newsroom/staff', '/newsroom/settings', '/newsroom/settings/copydesk', '/newsroom/settings/jobs', '/newsroom/settings/review', '/newsroom/account'],
    paths: ({ storyIds }) => ['/newsroom', '/newsroom/stories', '/newsroom/stories/new', '/newsroom/staff', '/newsroom/settings', '/newsroom/settings/copydesk', '/newsroom/settings/jobs', '/newsroom/settings/review', '/newsroom/account', ...storyIds.flatMap((id) => ['', '/review', '/schedule', '/history', '/record', '/history/compare?from=1&to=2'].map((page) => `/newsroom/stories/${id}${page}`))],
  },
  {
    routes: ['/newsroom/media', '/newsroom/media/[id]', '/newsroom/media/caption', '/newsroom/media/sweep', '/newsroom/media/expiring', '/api/media/proof/[id]', '/api/media/library'],
    paths: ({ assetIds, storyIds }) => ['/api/media/library', '/newsroom/media', `/newsroom/media?story=${storyIds[0] ?? ''}`, `/newsroom/media/caption?ids=${assetIds.join(',')}`, '/newsroom/media/sweep', '/newsroom/media/expiring', ...assetIds.flatMap((id) => [`/newsroom/media/${id}`, `/api/media/proof/${id}`])],
  },
  {
    routes: ['/newsroom/pitches', '/newsroom/pitches/new', '/newsroom/pitches/[id]', '/newsroom/board', '/newsroom/stories/new/assignment', '/newsroom/stories/[id]/plan', '/newsroom/calendar', '/api/calendar/[token]'],
    paths: ({ storyIds }) => ['/newsroom/pitches', '/newsroom/pitches/new', `/newsroom/pitches/${storyIds[0] ?? 'x'}`, '/newsroom/board', '/newsroom/stories/new/assignment', '/newsroom/calendar', '/newsroom/calendar?view=agenda', '/api/calendar/x', `/api/calendar/${'A'.repeat(43)}`, ...storyIds.map((id) => `/newsroom/stories/${id}/plan`)],
  },
  {
    routes: ['/newsroom/audit', '/api/audit/log', '/api/audit/records', '/api/stories/[id]/record'],
    paths: ({ storyIds }) => [
      '/newsroom/audit', '/api/audit/log', '/api/audit/records?from=2020-01-01&to=2099-12-31&format=csv', '/api/audit/records?from=2020-01-01&to=2099-12-31&format=pdf',
      ...storyIds.flatMap((id) => [`/newsroom/audit?story=${id}`, `/api/audit/log?story=${id}`, `/api/stories/${id}/record?format=csv`, `/api/stories/${id}/record?format=pdf`]),
    ],
  },
  {
    routes: ['/newsroom/staff/[id]', '/newsroom/staff/invite', '/newsroom/staff/opt-out', '/newsroom/staff/year-end', '/newsroom/settings/people'],
    paths: ({ storyIds }) => ['/newsroom/staff/invite', '/newsroom/staff/opt-out', '/newsroom/staff/year-end', '/newsroom/settings/people', ...storyIds.map((id) => `/newsroom/staff/${id}`)],
  },
  {
    routes: ['/newsroom/notifications', '/newsroom/notifications/[id]', '/newsroom/account/notifications', '/newsroom/settings/mail', '/newsroom/settings/mail/[id]'],
    paths: ({ storyIds }) => ['/newsroom/notifications', '/newsroom/notifications?show=unread', '/newsroom/account/notifications', '/newsroom/settings/mail', ...storyIds.flatMap((id) => [`/newsroom/notifications/${id}`, `/newsroom/settings/mail/${id}`])],
  },
  { routes: ['/api/stories/related', '/api/who'], paths: ({ slugs }) => ['/api/who', '/api/stories/related?q=', ...slugs.map((slug) => `/api/stories/related?q=${slug}`)] },
  { routes: ['/sign-in', '/sign-in/forgot', '/sign-in/reset/[token]', '/sign-in/link', '/sign-in/link/[token]', '/sign-in/invitation/[token]', '/setup/[token]'], paths: () => ['/sign-in', '/sign-in/forgot', '/sign-in/reset/x', '/sign-in/link', '/sign-in/link/x', '/sign-in/invitation/x', '/setup/x'] },
]

/** The routes that the production build really has. */
export function builtRoutes(): string[] {
  const manifest: Record<string, string> = JSON.parse(readFileSync(new URL('../.next/server/app-paths-manifest.json', import.meta.url), 'utf8'))
  return Object.keys(manifest).map((key) => key.replace(/\/(page|route)$/, '') || '/')
}

/** The id of the build, which stands in the addresses of Next's data. */
let buildId: string | undefined
const idOfBuild = () => (buildId ??= readFileSync(new URL('../.next/BUILD_ID', import.meta.url), 'utf8').trim())

/** The same address as other transports ask for it: each must be decided alike. */
export function variantsOf(path: string): { path: string; method: 'GET' | 'HEAD'; headers: Record<string, string> }[] {
  const [bare = path, query] = path.split('?')
  const withQuery = (extra: string) => `${bare}?${query === undefined ? '' : `${query}&`}${extra}`
  const state = encodeURIComponent(JSON.stringify(['', {}, null, 'refetch']))
  const get = (to: string, headers: Record<string, string> = {}) => ({ path: to, method: 'GET' as const, headers })
  return [
    get(path),
    { path, method: 'HEAD', headers: {} },
    ...(bare === '/' ? [] : [get(`${bare}/`)]),
    get(path, { rsc: '1' }),
    get(withQuery('_rsc=abcde'), { rsc: '1', 'next-router-state-tree': state }),
    get(path, { rsc: '1', 'next-router-prefetch': '1' }),
    get(path, { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }),
    get(path, { rsc: '1', 'next-router-segment-prefetch': '/_full' }),
    get(`${bare}.rsc`),
    get(`${bare}.txt`),
    get(`${bare}.segments/_tree.segment.rsc`),
    get(`${bare}.segments/__PAGE__.segment.rsc`),
    get(path, { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' }),
    get(path, { 'x-matched-path': '/newsroom/stories', 'x-now-route-matches': '1=x' }),
    get(path, { 'x-nextjs-data': '1' }),
    get(path, { 'next-resume': '1' }),
    get(`/_next/data/${idOfBuild()}${bare === '/' ? '/index' : bare}.json`),
  ]
}
