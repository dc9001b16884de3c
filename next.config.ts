import type { NextConfig } from 'next'

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // Our own server asks for a page of the paper by this name (scripts/serve/paper-page.ts): it gets the document whole, with all of its head, made once for the request.
  htmlLimitedBots: /^fourth-period$/,
  reactStrictMode: true,
  // A convenience for whoever has no session at all: a true redirect before the page streams. It decides nothing;
  // every page asks who is signed in. A form that is sent asks for itself too, and its page says so beside what was typed:
  // sent elsewhere, the page and all that was typed in it would be gone.
  redirects: async () =>
    [
      // On its own: where `:path*` matches nothing, Next leaves the letters `:path*` in the address to come back to.
      { source: '/newsroom', back: '/newsroom' },
      { source: '/newsroom/:path+', back: '/newsroom/:path*' },
    ].map(({ source, back }) => ({
      source,
      missing: [...['fourth-period.session', '__Host-fourth-period.session'].map((key) => ({ type: 'cookie' as const, key })), { type: 'header' as const, key: 'next-action' }],
      destination: `/sign-in?callbackUrl=${back}`,
      permanent: false,
    })),
  // npm test checks the types; a start need not wait for it once more.
  typescript: { ignoreBuildErrors: true },
  // Pictures are made by the picture desk, never by Next.
  images: { unoptimized: true },
  // Next keeps nothing of what it rendered or read: our own server does, for as long as one epoch of the paper lasts (docs/decisions/0025).
  cacheMaxMemorySize: 0,
  // What a process rendered must not outlive it on disk.
  experimental: {
    // A route is loaded with its first request: all of them at once are 100 MB, of which a paper's readers use a part.
    preloadEntriesOnStart: false,
    isrFlushToDisk: false,
    // The newsroom's pages are never kept by browsers, and readers have no client that would navigate: each page would be made a second time for that.
    cachedNavigations: false,
    // A pasted page of the largest accepted size, as JSON.
    serverActions: { bodySizeLimit: '3mb' },
  },
  // Yjs: our own server has it too, and two copies in one process do not know each other's documents.
  serverExternalPackages: ['yjs', '@embedpdf/pdfium', 'pdfkit', 'fontkit', 'wawoff2', '@resvg/resvg-wasm', 'exifr', '@node-rs/argon2', 'pino', 'sharp', 'pg', 'pg-boss', '@prisma/adapter-pg'],
  allowedDevOrigins: ['127.0.0.1'],
}

export default config
