import type { MetadataRoute } from 'next'

/** Everything in the paper may be searched; the newsroom may not. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: ['/', '/api/media/'], disallow: ['/newsroom', '/sign-in', '/setup', '/api/'] } }
}
