import { expect, test } from 'vitest'
import { commonPageFindings } from './common-pages.ts'

const door = { file: 'server/search/published.ts', source: `export async function publishedSearch() {\n  await connection()\n}\nexport async function publishedTags() {\n  'use cache'\n}\n` }
const page = (file: string, source: string) => commonPageFindings([door, { file, source }])

test.each([
  ['a query', 'export default async function Page({ searchParams }: Props) {}'],
  ['a cookie', 'const jar = await cookies()'],
  ['a header', 'const sent = await headers()'],
  ['each request', 'await connection()'],
  ['what is asked anew each time', 'const found = await publishedSearch()'],
])('a page that is kept for everybody depends on no more than its address: not on %s', (_, source) => {
  expect(page('app/(reader)/tag/[slug]/page.tsx', source)).toHaveLength(1)
  expect(page('app/(reader)/layout.tsx', source)).toHaveLength(1)
  expect(page('app/(form)/search/page.tsx', source)).toEqual([])
})

test('what is the same for everybody is fine, and so are routes and words about all this', () => {
  expect(page('app/(reader)/page.tsx', '// connection() is for forms\nconst tags = await publishedTags()')).toEqual([])
  expect(page('app/(reader)/feed.xml/route.ts', 'await publishedSearch()')).toEqual([])
})
