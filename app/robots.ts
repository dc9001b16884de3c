import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { siteOrigin } from './(reader)/site-url.ts'

/** Everything in the paper may be searched; the newsroom may not. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  // The address of the paper is a setting of the installation: a build does not know it.
  await connection()
  const origin = siteOrigin()
  return { rules: { userAgent: '*', allow: ['/', '/api/media/'], disallow: ['/newsroom', '/sign-in', '/setup', '/api/'] }, sitemap: [`${origin}/sitemap.xml`, `${origin}/news-sitemap.xml`] }
}
