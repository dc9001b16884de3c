import { describe, expect, it } from 'vitest'
import { importsOf } from './imports.ts'
import { findingsIn } from './rules.ts'
import { isOlder, versionFindings } from './versions.ts'

const messages = (file: string, source: string) => findingsIn(file, source).map(({ message }) => message).join('\n')

describe('refuses', () => {
  it.each([
    ['domain/a.ts', `import { db } from '#server/db.ts'`, /only goes down/],
    ['server/stories/a.ts', `import { Button } from '#components/ui/button.tsx'`, /only goes down/],
    ['server/stories/a.ts', `export { x } from '../../app/page.tsx'`, /only goes down/],
    ['components/ui/a.tsx', `import { db } from '#server/db.ts'`, /types alone/],
    ['components/ui/a.tsx', `import { type View, db } from '#server/db.ts'`, /types alone/],
    ['components/ui/a.tsx', `const x = await import('#server/db.ts')`, /types alone/],
    ['server/a.ts', `import { migrate } from '#scripts/migrate.ts'`, /nothing from scripts/],
    ['app/(reader)/page.tsx', `import { stories } from '#server/stories/queries.ts'`, /published\.ts alone/],
    ['app/(reader)/page.tsx', `import { db } from '#server/db.ts'`, /published\.ts alone/],
    ['app/feed.xml/route.ts', `import { db } from '#server/db.ts'`, /published\.ts alone/],
    ['app/sitemap.ts', `import { db } from '#server/db.ts'`, /published\.ts alone/],
    ['app/newsroom/page.tsx', `import { signIn } from 'next-auth/react'`, /server\/auth/],
    ['components/newsroom/a.tsx', `import Link from 'next/link'`, /pages are documents/],
    ['server/stories/a.ts', `import NextAuth from 'next-auth'`, /server\/auth/],
    ['server/stories/a.ts', `import sharp from 'sharp'`, /server\/media/],
    ['server/mail/queue.ts', `import { createTransport } from 'nodemailer'`, /send\.ts/],
    ['server/mail/send.ts', `import { PgBoss } from 'pg-boss'`, /jobs\/queue\.ts/],
    ['server/stories/a.ts', `const client = new PrismaClient({})`, /server\/db\.ts/],
    ['server/stories/a.ts', 'await tx.$queryRawUnsafe(text)', /\$queryRaw/],
    ['server/stories/a.ts', 'await tx.$executeRawUnsafe(text)', /\$queryRaw/],
    ['server/stories/a.ts', 'await tx.$queryRaw`SELECT ${Prisma.raw(text)}`', /\$queryRaw/],
    ['components/ui/index.tsx', '', /called "index\.tsx"/],
    ['domain/utils/slug.ts', '', /called "utils"/],
    ['server/helpers.ts', '', /called "helpers\.ts"/],
    ['domain/misc.ts', '', /called "misc\.ts"/],
    ['components/ui/Button.tsx', '', /kebab-case/],
    ['components/ui/button.tsx', `'use client'\nexport const x = 1`, /\.client\.tsx/],
    ['components/ui/button.tsx', `// why\n"use client"`, /\.client\.tsx/],
    ['app/(reader)/menu.client.tsx', `'use client'`, /run no React/],
    ['components/elements/menu.ts', `import { slugify } from '#domain/slug.ts'`, /small, plain/],
    ['components/elements/menu.ts', `import { html } from 'lit'`, /small, plain/],
    ['components/story/figure.tsx', `import Link from 'next/link'`, /run no React/],
    ['components/reader/card.tsx', `import Image from 'next/image'`, /run no React/],
    ['components/reader/card.tsx', `import { Menu } from '../ui/menu.client.tsx'`, /run no React/],
    ['app/not-found.tsx', `import { stories } from '#server/stories/queries.ts'`, /published\.ts alone/],
    ['app/not-found.tsx', `import Link from 'next/link'`, /run no React/],
    ['app/not-found.tsx', `import { PageHeader } from '#components/ui/page-header.tsx'`, /components\/reader and components\/story alone/],
    ['app/(reader)/page.tsx', `import { Moment } from '#components/newsroom/time.tsx'`, /components\/reader and components\/story alone/],
    ['components/story/story.tsx', `import { Problems } from '../ui/problems.tsx'`, /components\/reader and components\/story alone/],
    ['app/(reader)/layout.tsx', `import { Suspense } from 'react'`, /Suspense/],
    ['components/story/block.tsx', '<p dangerouslySetInnerHTML={{ __html: text }} />', /from a string/],
    ['app/newsroom/page.tsx', `if (story.state === 'DRAFT') return null`, /domain\/workflow/],
    ['server/stories/a.ts', `const live = 'LIVE' === story.state`, /domain\/workflow/],
    ['components/ui/a.tsx', `state !== "REVIEW"`, /domain\/workflow/],
    ['domain/a.ts', 'const now = new Date()', /pure/],
    ['domain/a.ts', 'const id = Math.random()', /pure/],
    ['domain/a.ts', `import { readFileSync } from 'node:fs'`, /pure/],
  ])('%s: %s', (file, source, message) => {
    expect(messages(file, source)).toMatch(message)
  })
})

describe('allows', () => {
  it.each([
    ['app/newsroom/page.tsx', `import { stories } from '#server/stories/queries.ts'\nimport { Button } from '#components/ui/button.tsx'\nimport { decide } from '#domain/policy.ts'`],
    ['app/(reader)/page.tsx', `import { front } from '#server/stories/published.ts'\nimport type { View } from '#server/stories/reader-views.ts'\nimport { paper } from '#server/settings/published.ts'`],
    ['app/not-found.tsx', `import { PageFrame } from '#components/reader/page-frame.tsx'\nimport { paper } from '#server/settings/published.ts'\nimport { slugify } from '#domain/slug.ts'\nimport '#components/story/story.css'\nimport './(reader)/reader.css'`],
    ['app/(reader)/[section]/page.tsx', `import { siteOrigin } from '../site-url.ts'`],
    ['app/layout.tsx', `import './globals.css'\nimport font from '../node_modules/a/b.woff2'`],
    ['components/ui/a.tsx', `import type { View } from '#server/stories/queries.ts'`],
    ['components/ui/a.tsx', `import { type View } from '#server/stories/queries.ts'`],
    ['server/auth/a.ts', `import NextAuth from 'next-auth'`],
    ['server/media/a.ts', `import sharp from 'sharp'`],
    ['server/mail/send.ts', `import nodemailer from 'nodemailer'`],
    ['server/db.ts', 'new PrismaClient({})'],
    ['server/stories/a.test.ts', `import { migrate } from '#scripts/migrate.ts'\nawait client.$queryRawUnsafe('x')`],
    ['scripts/a.ts', 'await client.$queryRawUnsafe(x)'],
    ['components/story/json-ld.tsx', '<script dangerouslySetInnerHTML={x} />'],
    ['components/ui/button.client.tsx', `'use client'`],
    ['app/global-error.tsx', `'use client'`],
    ['app/api/auth/[...nextauth]/route.ts', ''],
    ['domain/workflow.ts', `state === 'DRAFT'`],
    ['components/a.client.tsx', `'use client'\nif (state === 'saving') return`],
    ['domain/a.ts', `// new Date() would ask the clock; import { db } from '#server/db.ts'\nconst at = new Date(now)`],
    ['server/stories/a.ts', `/* $queryRawUnsafe is refused */ const text = 'https://example.org' // next-auth`],
  ])('%s: %s', (file, source) => {
    expect(messages(file, source)).toBe('')
  })
})

it('tells the line', () => {
  expect(findingsIn('domain/a.ts', `import { z } from 'zod'\n\nimport { db } from '#server/db.ts'`)).toMatchObject([{ file: 'domain/a.ts', line: 3 }])
})

it('reads imports of every form', () => {
  const source = `import a, { b } from './a.ts'\nimport * as c from "#domain/c.ts"\nimport 'server-only'\nexport * from '../d.ts'\nexport type { E } from './e.ts'\nconst f = import('pkg')\nimport {\n  g,\n  h,\n} from '@scope/pkg/deep'`
  expect(importsOf('server/x/y.ts', source).map(({ target, typeOnly }) => `${target}${typeOnly ? ' (types)' : ''}`)).toEqual(['server/x/a.ts', 'domain/c.ts', 'server-only', 'server/d.ts', 'server/x/e.ts (types)', 'pkg', '@scope/pkg/deep'])
})

describe('versions', () => {
  it.each([['16.4.5', '16.4.5', false], ['16.4.6', '16.4.5', false], ['17.0.0', '16.4.5', false], ['16.4.4', '16.4.5', true], ['15.9.9', '16.4.5', true], ['16.4.5-canary.1', '16.4.5', true], ['16.5.0-canary.1', '16.4.5', false]])('%s against %s', (version, floor, older) => {
    expect(isOlder(version, floor)).toBe(older)
  })

  it('finds a package below its floor wherever it lies', () => {
    const lock = { packages: { '': { version: '0.1.0' }, 'node_modules/next': { version: '16.4.6' }, 'node_modules/a/node_modules/sharp': { version: '0.34.0' }, 'node_modules/@tiptap/core': { version: '3.31.3' }, 'node_modules/@tiptap/y-tiptap': { version: '3.0.9' }, 'node_modules/prosemirror-view': { version: '1.42.3' } } }
    expect(versionFindings(lock)).toEqual([expect.stringMatching(/a\/node_modules\/sharp is 0\.34\.0; below 0\.35\.5/), expect.stringMatching(/@tiptap\/core/)])
  })
})
