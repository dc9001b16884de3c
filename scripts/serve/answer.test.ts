import { createServer, request as send, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { answerWith, type House } from './answer.ts'
import { HitLog } from './cache/hit-log.ts'
import { KeptPages } from './cache/pages.ts'
import { Renders } from './cache/renders.ts'
import { ReaderElements } from './elements.ts'
import { PageStyles } from './styles/page-styles.ts'
import { ProblemPage } from './problem-page.ts'

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer; text: string }
let server: Server | undefined
let asked: IncomingMessage['headers'] = {}

afterEach(() => void server?.close())

const PAGE = '<html><head><title>A</title></head><body><p>Words.</p><script>1</script></body></html>'
const html = (body: string, status = 200) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'x-nextjs-cache': 'HIT', 'set-cookie': 'a=b', 'cache-control': 's-maxage=31536000' })
  response.write(body.slice(0, 20))
  response.end(body.slice(20))
}

async function ask(next: (request: IncomingMessage, response: ServerResponse) => void, path: string, options: { method?: string; headers?: OutgoingHttpHeaders; house?: Partial<House>; kept?: KeptPages } = {}): Promise<Answer> {
  const kept = options.kept ?? new KeptPages(1_000_000)
  const house: House = { secure: false, google: false, dev: false, trustProxy: false, edge: false, problem: new ProblemPage(), elements: new ReaderElements({ 'copy-link': 'customElements.define("fp-copy-link",class extends HTMLElement{})' }), styles: new PageStyles('none'), databaseAnswers: async () => true, kept, renders: new Renders(() => kept.era), hits: new HitLog(() => undefined), epoch: () => '1', ...options.house, next: async (request, response) => {
    asked = { ...request.headers }
    await next(request, response)
  } }
  server = createServer(answerWith(house))
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const request = send({ port, host: '127.0.0.1', path, method: options.method ?? 'GET', headers: options.headers ?? {}, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() })
      })
    })
    request.on('error', reject)
    request.end()
  })
}

describe('a page of the paper', () => {
  it('comes whole, without scripts and cookies, to be asked about again', async () => {
    const answer = await ask(html(PAGE), '/news/a')
    expect(answer.text).toBe(PAGE.replace('<script>1</script>', ''))
    expect(answer.headers).toMatchObject({ 'cache-control': 'public, max-age=0, must-revalidate', vary: 'Accept-Encoding', 'content-length': String(answer.body.length) })
    expect(answer.headers['content-security-policy']).toContain("script-src 'self';")
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(answer.headers).not.toHaveProperty('x-nextjs-cache')
    const again = await ask(html(PAGE), '/news/a', { headers: { 'if-none-match': answer.headers.etag } })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, answer.headers.etag])
    expect((await ask(html(PAGE), '/news/a', { headers: { 'if-none-match': '"other", *x' } })).status).toBe(200)
  })

  it('keeps the paper’s own elements, at addresses that hold for ever', async () => {
    const answer = await ask(html(PAGE.replace('<script>1', '<script type="module" src="/elements/copy-link.js" async=""></script><script>1')), '/news/a')
    const address = /<script type="module" src="(\/elements\/copy-link\.[\w-]{12}\.js)" async fetchpriority="low"><\/script><\/body>/.exec(answer.text)?.[1] ?? ''
    expect(answer.headers['speculation-rules']).toBe('"/speculation-rules.json"')
    const script = await ask(html(PAGE), address, { headers: { 'accept-encoding': 'br' } })
    expect(script.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/javascript; charset=utf-8', 'content-encoding': 'br', vary: 'Accept-Encoding', 'content-length': String(script.body.length) })
    const plain = await ask(html(PAGE), '/elements/copy-link.js', { headers: { 'if-none-match': '"other"' } })
    expect([plain.text.includes('fp-copy-link'), plain.headers['cache-control']]).toEqual([true, 'public, max-age=0, must-revalidate'])
    expect((await ask(html(PAGE), address, { headers: { 'if-none-match': plain.headers.etag } })).status).toBe(304)
    expect((await ask(html(PAGE), address, { method: 'HEAD' })).body.length).toBe(0)
    const rules = await ask(html(PAGE), '/speculation-rules.json')
    expect([rules.headers['content-type'], Object.keys(JSON.parse(rules.text))]).toEqual(['application/speculationrules+json', ['prefetch', 'prerender']])
  })

  it('has the status that it names, to HEAD too', async () => {
    const gone = PAGE.replace('<title>', '<meta name="fp:status" content="410"/><title>')
    expect((await ask(html(gone), '/news/a')).status).toBe(410)
    const head = await ask(html(gone), '/news/a', { method: 'HEAD' })
    expect([head.status, head.body.length]).toEqual([410, 0])
    expect((await ask(html(PAGE.replace('<title>', '<meta name="fp:status" content="404"/><title>')), '/x')).status).toBe(404)
    expect((await ask(html(PAGE, 404), '/a/b/c')).status).toBe(404)
  })

  it('is compressed for whoever takes it', async () => {
    const long = PAGE.replace('Words.', 'Words. '.repeat(500))
    const answer = await ask(html(long), '/', { headers: { 'accept-encoding': 'gzip, br;q=0' } })
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(answer.body).toString()).toContain('Words. Words.')
    expect((await ask(html(long), '/', { headers: { 'accept-encoding': 'gzip, deflate, br' } })).headers['content-encoding']).toBe('br')
    expect((await ask(html(long), '/')).headers).not.toHaveProperty('content-encoding')
  })

  it('never becomes its React payload, and takes nothing', async () => {
    await ask(html(PAGE), '/', { headers: { rsc: '1', 'next-router-state-tree': 'x', 'next-action': 'y', 'next-router-prefetch': '1', 'content-security-policy': "script-src 'nonce-a'", 'x-middleware-subrequest': 'x', 'x-matched-path': '/newsroom', 'x-invoke-path': '/', 'x-nextjs-data': '1', 'next-resume': '1', 'x-now-route-matches': 'x', 'x-request-id': 'mine' } })
    expect(Object.keys(asked).filter((name) => !['host', 'connection', 'x-real-ip', 'x-request-id', 'user-agent'].includes(name))).toEqual([])
    expect(asked['x-request-id']).not.toBe('mine')
    for (const path of ['/index.rsc', '/news/a.rsc', '/news/a.segments/_tree.segment.rsc', '/news.txt', '/NEWS/A.RSC']) expect((await ask(html(PAGE), path)).status).toBe(404)
    expect((await ask(html('User-agent: *'), '/robots.txt')).status).toBe(200)
    const post = await ask(html(PAGE), '/', { method: 'POST' })
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('gives way to the error page when it fails', async () => {
    const broken = await ask(html('<p>Error: SELECT secret</p>', 500), '/')
    expect([broken.status, broken.headers['cache-control']]).toEqual([500, 'no-store'])
    expect(broken.text).toContain('cannot be shown right now')
    const thrown = await ask(() => {
      throw new Error('SELECT secret')
    }, '/')
    expect([thrown.status, thrown.text.includes('secret')]).toEqual([500, false])
    const away = await ask(html('', 500), '/', { house: { databaseAnswers: async () => false } })
    expect([away.status, away.headers['retry-after']]).toEqual([503, '30'])
  })

  it('tells search engines in its head what the page tells them', async () => {
    const hidden = PAGE.replace('<title>', '<meta name="robots" content="noindex"/><title>')
    expect((await ask(html(hidden), '/news/a')).headers['x-robots-tag']).toBe('noindex')
    expect((await ask(html(PAGE), '/news/a')).headers).not.toHaveProperty('x-robots-tag')
  })

  it('keeps private what is private, whatever its address', async () => {
    const answer = await ask((_, response) => response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'private, no-cache, no-store' }).end(PAGE), '/preview')
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })

  it('leads on where Next leads on', async () => {
    const answer = await ask((_, response) => response.writeHead(308, { location: '/news/b' }).end(), '/news/a')
    expect([answer.status, answer.headers.location, answer.headers['cache-control']]).toEqual([308, '/news/b', 'public, max-age=0, must-revalidate'])
    const paper = await ask((_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'), '/api/issues/a.pdf')
    expect(paper.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    const twice = await ask((_, response) => response.setHeader('location', ['/news/b', '/news/b']).writeHead(308).end(), '/news/a')
    expect(twice.headers.location).toBe('/news/b')
  })
})

describe('a page of the staff', () => {
  it('carries a nonce that Next is told, and is never stored', async () => {
    const answer = await ask(html(PAGE), '/newsroom/stories')
    const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1]
    expect(asked['content-security-policy']).toBe(`script-src 'self' 'nonce-${nonce}'`)
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(answer.text).toBe(PAGE)
    const other = await ask(html(PAGE), '/newsroom/stories')
    expect(other.headers['content-security-policy']).not.toBe(answer.headers['content-security-policy'])
  })

  it.each(['/%6eewsroom', '/NEWSROOM/x', '//newsroom', '/sign-in', '/setup/abc', '/sign-in/invitation/abc'])('is known in every spelling: %s', async (path) => {
    expect((await ask(html(PAGE), path)).headers['cache-control']).toBe('private, no-store')
  })

  it('may be framed in one case: the front page’s draft, without script, by our own desk alone, and never stored', async () => {
    const policy = (answer: Answer) => String(answer.headers['content-security-policy'])
    const draft = await ask(html(PAGE), '/newsroom/front/preview?step=2')
    expect(draft.text).toBe(PAGE.replace('<script>1</script>', ''))
    expect(draft.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-frame-options': 'SAMEORIGIN' })
    expect(policy(draft)).toContain("script-src 'none'")
    expect(policy(draft)).toContain("frame-ancestors 'self'")
    const away = await ask((_, response) => response.writeHead(307, { location: '/sign-in' }).end(), '/newsroom/front/preview')
    expect([away.status, away.headers['cache-control']]).toEqual([307, 'private, no-store'])
    expect((await ask(html(PAGE), '/newsroom/front/preview', { method: 'POST' })).status).toBe(405)
    const desk = await ask(html(PAGE), '/newsroom/front')
    expect(policy(desk)).toMatch(/frame-src 'self' .*frame-ancestors 'none'/)
    expect(desk.headers['x-frame-options']).toBe('DENY')
    for (const path of ['/newsroom/stories', '/', '/newsroom/front/x', '/NEWSROOM/front/preview']) {
      const other = await ask(html(PAGE), path)
      expect([other.headers['x-frame-options'], policy(other).includes("frame-ancestors 'none'"), policy(other).includes("frame-src 'self'")], path).toEqual(['DENY', true, false])
    }
  })

  it('may send its form to Google where Google is a way in', async () => {
    expect((await ask(html(PAGE), '/sign-in', { house: { google: true } })).headers['content-security-policy']).toContain("form-action 'self' https://accounts.google.com")
    expect((await ask(html(PAGE), '/newsroom', { house: { google: true } })).headers['content-security-policy']).not.toContain('google')
  })
})

describe('every answer', () => {
  it('lets WebAssembly run in workers, whose policy is that of their own script, and in no page', async () => {
    const policy = async (path: string) => String((await ask(html(PAGE), path)).headers['content-security-policy'])
    expect(await policy('/_next/static/chunks/worker.js')).toContain("script-src 'self' 'wasm-unsafe-eval';")
    for (const path of ['/', '/newsroom/stories', '/api/health', '/_next/static/media/a.svg', '/a.js']) expect(await policy(path), path).not.toContain('wasm-unsafe-eval')
  })

  it.each(['/', '/api/health', '/newsroom', '/_next/static/a.js', '/_next/image?url=%2Fa&w=64&q=75', '/index.rsc', '/%2e%2e%2fa', '/%', '/api/jobs/run'])('%s carries the headers and a request id', async (path) => {
    const { headers } = await ask(html(PAGE), path, { house: { secure: true } })
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'strict-origin-when-cross-origin', 'cross-origin-opener-policy': 'same-origin' })
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/)
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
    expect(headers['content-security-policy']).not.toMatch(/(?<!wasm-)unsafe-eval|script-src[^;]*unsafe-inline/)
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each([['/_next/image?url=x', 404], ['/_next/image/', 404], ['/api/jobs/run', 404], ['/%2e%2e%2fa', 400], ['/%', 400], ['/a%5cb', 400]])('%s is refused', async (path, status) => {
    expect((await ask(html(PAGE), path)).status).toBe(status)
  })

  it('knows the client from the connection, or from the last word of a trusted proxy', async () => {
    const headers = { 'x-forwarded-for': '6.6.6.6, 1.2.3.4', 'x-real-ip': '6.6.6.6', forwarded: 'for=6.6.6.6', 'x-forwarded-host': 'evil.example' }
    await ask(html(PAGE), '/newsroom', { headers })
    expect(asked['x-real-ip']).toBe('127.0.0.1')
    expect(asked).not.toHaveProperty('x-forwarded-host')
    await ask(html(PAGE), '/newsroom', { headers, house: { trustProxy: true } })
    expect(asked['x-real-ip']).toBe('1.2.3.4')
  })
})

describe('what is kept', () => {
  const counted = (answer: (response: ServerResponse) => void) => {
    let times = 0
    const next = async (_: IncomingMessage, response: ServerResponse) => {
      times += 1
      answer(response)
    }
    return { next, times: () => times }
  }
  const common = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 's-maxage=31536000' }

  it('is made once, and the same to the byte from memory: whole, packed, to HEAD and with any query', async () => {
    const kept = new KeptPages(1_000_000)
    const { next, times } = counted((response) => response.writeHead(200, common).end(PAGE.replace('Words.', 'Words. '.repeat(500))))
    const without = (answer: Answer) => ({ ...answer.headers, date: '', 'x-request-id': '' })
    const first = await ask(next, '/news/a', { kept })
    const again = await ask(next, '/news/a', { kept })
    expect([again.body, without(again)]).toEqual([first.body, without(first)])
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
    const packed = await ask(next, '/news/a?utm=1', { kept, headers: { 'accept-encoding': 'br' } })
    expect([packed.headers['content-encoding'], packed.headers['content-length'], packed.headers.vary]).toEqual(['br', String(packed.body.length), 'Accept-Encoding'])
    const head = await ask(next, '/news/a', { kept, method: 'HEAD', headers: { 'accept-encoding': 'br' } })
    expect([head.body.length, head.headers['content-length'], head.headers.etag]).toEqual([0, packed.headers['content-length'], first.headers.etag])
    const known = await ask(next, '/news/a', { kept, headers: { 'if-none-match': first.headers.etag } })
    expect([known.status, known.body.length, known.headers['content-type'], known.headers['cache-control']]).toEqual([304, 0, undefined, first.headers['cache-control']])
    expect(times()).toBe(1)
    kept.turn()
    await ask(next, '/news/a', { kept })
    expect(times()).toBe(2)
  })

  it.each([
    ['private', '/search', { ...common, 'cache-control': 'private, no-cache, no-store' }, 200],
    ['with a cookie', '/news/a', { ...common, 'set-cookie': 'a=b' }, 200],
    ['an error', '/news/a', common, 500],
    ['of the staff', '/newsroom', common, 200],
    ['of the staff, in another spelling', '/%6eewsroom', common, 200],
    ['a way in', '/sign-in', common, 200],
    ['an answer to a query', '/news/a?q=1', common, 200],
    ['a route', '/api/health', common, 200],
    ['the front page’s draft', '/newsroom/front/preview', common, 200],
    ['a picture that is not public', `/api/media/${'0'.repeat(64)}.webp`, { 'content-type': 'image/webp', 'cache-control': 'private, no-store' }, 200],
  ])('is nothing %s', async (_, path, headers, status) => {
    const kept = new KeptPages(1_000_000)
    const { next, times } = counted((response) => response.writeHead(status, headers).end(PAGE))
    await ask(next, path, { kept })
    await ask(next, path, { kept })
    expect([times(), kept.bytes]).toEqual([2, 0])
  })

  it('knows nothing of who asked first', async () => {
    await ask(html(PAGE), '/news/a', { headers: { cookie: 'fourth-period.session=x', authorization: 'Bearer x', 'user-agent': 'Me', 'accept-language': 'es', referer: 'https://elsewhere.example/' } })
    expect(Object.keys(asked).filter((name) => !['host', 'x-real-ip', 'x-request-id', 'user-agent'].includes(name))).toEqual([])
    // The name by which we ask, whoever asked us.
    expect(asked['user-agent']).toBe('fourth-period')
  })

  it('is a page that says so of itself, though it was made for one request; and only that', async () => {
    const dynamic = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate' }
    const said = PAGE.replace('<head>', '<head><meta name="fp:common" content="yes"/>')
    for (const [body, extra, kept] of [[said, {}, true], [PAGE, {}, false], [said, { 'set-cookie': 'a=b' }, false], [PAGE.replace('Words', '&lt;meta name="fp:common" content="yes">'), {}, false]] as const) {
      const pages = new KeptPages(1_000_000)
      const { next, times } = counted((response) => response.writeHead(200, { ...dynamic, ...extra }).end(body))
      const first = await ask(next, '/news/a', { kept: pages })
      await ask(next, '/news/a', { kept: pages })
      expect([times(), first.headers['cache-control'], first.headers['surrogate-key']]).toEqual(kept ? [1, 'public, max-age=0, must-revalidate', 'paper'] : [2, body === said ? 'public, max-age=0, must-revalidate' : 'private, no-store', body === said ? 'paper' : undefined])
    }
  })

  it('is a public picture for as long as it is public, and a part of the build for good', async () => {
    const kept = new KeptPages(1_000_000)
    const picture = counted((response) => response.writeHead(200, { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, s-maxage=300, immutable', 'content-security-policy': "default-src 'none'; sandbox" }).end('picture'))
    const style = counted((response) => response.writeHead(200, { 'content-type': 'text/css', 'cache-control': 'public, max-age=31536000, immutable' }).end('a{}'.repeat(1_000)))
    const [photo, sheet] = [`/api/media/${'0'.repeat(64)}.webp`, '/_next/static/chunks/a.css']
    for (const turn of [false, false, true]) {
      if (turn) kept.turn()
      expect((await ask(picture.next, photo, { kept })).headers['content-security-policy']).toBe("default-src 'none'; sandbox")
      expect((await ask(style.next, sheet, { kept, headers: { 'accept-encoding': 'br' } })).headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=31536000, immutable' })
    }
    expect([picture.times(), style.times()]).toEqual([2, 1])
  })

  it('is not what was begun before a change', async () => {
    const kept = new KeptPages(1_000_000)
    const { next } = counted((response) => {
      kept.turn()
      response.writeHead(200, common).end(PAGE)
    })
    await ask(next, '/news/a', { kept })
    expect(kept.bytes).toBe(0)
  })
})
