import { expect, test } from 'vitest'
import { newsSitemap, partsOf, sitemap, sitemapFile, sitemapIndex, sitemapPart } from './sitemaps.ts'
import { all, readXml, texts } from './strict-xml.ts'

const ORIGIN = 'https://paper.example'

test('a month has as many parts as it needs, and each is found again by its name', () => {
  expect([0, 1, 5_000, 5_001].map((stories) => partsOf('2026-11', stories).map(sitemapFile))).toEqual([[], ['2026-11.xml'], ['2026-11.xml'], ['2026-11.xml', '2026-11-2.xml']])
  for (const part of partsOf('2026-11', 60_000)) expect(sitemapPart(sitemapFile(part))).toEqual(part)
})

test.each(['', 'pages.xml', '1.xml', '2026-13.xml', '2026-00.xml', '2026-11-1.xml', '2026-11-0.xml', '2026-11-02.xml', '2026-11-1000.xml', '2026-11', '0026-11.xml', '2026-11.xml\n', '../2026-11.xml'])('%j is no part', (file) => {
  expect(sitemapPart(file)).toBeNull()
})

test('lists are well-formed, with absolute addresses, and name the last change where it is known', () => {
  const index = readXml(sitemapIndex([{ file: 'pages.xml', changed: null }, { file: '2026-11.xml', changed: '2026-11-24T12:00:00.000Z' }], ORIGIN))
  expect([index.name, texts(index, 'loc'), texts(index, 'lastmod')]).toEqual(['sitemapindex', [`${ORIGIN}/sitemaps/pages.xml`, `${ORIGIN}/sitemaps/2026-11.xml`], ['2026-11-24T12:00:00.000Z']])
  const urls = readXml(sitemap([{ path: '/news/a', changed: '2026-11-24T12:00:00.000Z' }, { path: '/', changed: null }], ORIGIN))
  expect([urls.name, texts(urls, 'loc'), texts(urls, 'lastmod')]).toEqual(['urlset', [`${ORIGIN}/news/a`, `${ORIGIN}/`], ['2026-11-24T12:00:00.000Z']])
})

test('news names its paper, its language and its headline', () => {
  const news = readXml(newsSitemap([{ path: '/news/a', headline: 'Bells & <towers>', published: '2026-11-24T12:00:00.000Z' }], { name: 'The Light', language: 'en' }, ORIGIN))
  expect(['loc', 'news:name', 'news:language', 'news:publication_date', 'news:title'].map((name) => texts(news, name))).toEqual([[`${ORIGIN}/news/a`], ['The Light'], ['en'], ['2026-11-24T12:00:00.000Z'], ['Bells & <towers>']])
  expect(all(readXml(newsSitemap([], { name: 'The Light', language: 'en' }, ORIGIN)), 'url')).toEqual([])
})
