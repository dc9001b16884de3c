import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inItsLanguage, isHiddenFromSearch, linksStillNeeded, needsScript, statusIn, withoutScripts } from './reader-document.ts'

const page = (head: string, body: string) => `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`

describe('withoutScripts', () => {
  it.each([
    ['inline', '<p>a</p><script>self.__next_f.push([1,"<p>x</p>"])</script><p>b</p>', '<p>a</p><p>b</p>'],
    ['with source', '<script src="/_next/a.js" async=""></script>b', 'b'],
    ['in capitals', '<SCRIPT\nsrc=x></SCRIPT >b', 'b'],
    ['with > in an attribute', '<script data-a="1>2">x</script>b', 'b'],
    ['preload', '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>b', 'b'],
    ['preload, other order', `<link href='/a.js' as=script rel=preload>b`, 'b'],
    ['modulepreload', '<link rel="modulepreload" href="/a.js">b', 'b'],
    ['two in a row', '<script>1</script><script>2</script>', ''],
    ['what is said to our server alone', '<meta name="fp:common" content="yes"/><META content="404" NAME="FP:status"><meta name="next-size-adjust" content=""/><meta name="a" content="fp:b">', '<meta name="a" content="fp:b">'],
  ])('removes a script: %s', (_, html, left) => {
    expect(withoutScripts(page('', html))).toBe(page('', left))
  })

  it('makes the same of a page wherever in its head the words to our server came to stand', () => {
    const marks = '<meta name="fp:language" content="en"/><meta name="fp:status" content="404"/>'
    expect(withoutScripts(page(`<title>a</title>${marks}`, ''))).toBe(withoutScripts(page(`${marks}<title>a</title>`, '')))
  })

  it.each([
    ['JSON-LD', '<script type="application/ld+json">{"a":"</p>"}</script>'],
    ['fonts', '<link rel="preload" as="font" href="/a.woff2" crossorigin="">'],
    ['styles', '<link rel="stylesheet" href="/a.css"><style>a::after{content:"<script>x</script>"}</style>'],
    ['a comment', '<!-- <script>x</script> --><!--$--><!--/$-->'],
    ['text about scripts', '<p>&lt;script&gt;x&lt;/script&gt; and <code>script</code> < 3</p>'],
    ['an attribute', '<img alt="<script>x</script>" src="/a"><a title=\'<script>\'>b</a>'],
    ['a title', '<title>How <script> works</title>'],
    ['a text field', '<textarea><script>x</script></textarea>'],
    ['a word that begins alike', '<scripture>x</scripture><link rel="prefetch" href="/b">'],
  ])('leaves alone: %s', (_, html) => {
    expect(withoutScripts(page(html, html))).toBe(page(html, html))
  })

  it('changes nothing in a page without scripts, and everything it removes is a script', () => {
    const piece = fc.constantFrom('<p>', '</p>', 'a', ' ', '<', '>', '"', "'", '<!--', '-->', '<br/>', '<i title="', '=', '/', 'script', '<style>', '</style>', 'é', '\n')
    const script = '<script nonce="">let a = "<b>"</script>'
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = pieces.join('')
        // The pieces can make a script between them.
        fc.pre(!/<script/i.test(html))
        expect(withoutScripts(html)).toBe(html)
        expect(withoutScripts(`${script}${html}`)).toBe(html)
      }),
    )
  })
})

describe('the readers’ elements', () => {
  const addressOf = (elements: readonly string[]) => (elements.includes('menu') ? `/elements/${elements.join('+')}.abc.js` : undefined)
  const there = '<script type="module" src="/elements/menu.abc.js" async fetchpriority="low"></script>'
  it.each([
    ['<script type="module" src="/elements/menu.js" async=""></script>', there],
    [`<script async src='/elements/menu.js' type="module" data-x="><"></SCRIPT>`, there],
    ['<script type="module" src="/elements/menu.js">alert(1)</script>', ''],
    ['<script type="module" src="/elements/menu.js"> </script>', ''],
    ['<script type="module" src="/elements/menu.js"></script >', ''],
    ['<script src="/elements/menu.js"></script>', ''],
    ['<script type="module" src="/elements/none.js"></script>', ''],
    ['<script type="module" src="//elements/menu.js"></script>', ''],
    ['<script type="module" src="/elements/menu.js?x"></script>', ''],
    ['<script type="module" src="/elements/../menu.js"></script>', ''],
    ['<script type="module" src="/_next/a.js" data-src="/elements/menu.js"></script>', ''],
    ['<link rel="modulepreload" href="/elements/menu.js"/>', ''],
  ])('%s becomes %j', (html, left) => {
    expect(withoutScripts(page('', `a${html}b`), addressOf)).toBe(page('', `a${left}b`))
    expect(withoutScripts(page('', `a${html}b`))).toBe(page('', 'ab'))
  })

  it('of one page come as one, where the first stands', () => {
    const loads = (name: string) => `<script type="module" src="/elements/${name}.js" async=""></script>`
    const together = there.replace('menu', 'menu+poll')
    expect(withoutScripts(page('', `<script>1</script>${loads('menu')}a${loads('poll')}b${loads('menu')}`), addressOf)).toBe(page('', `${together}ab`))
  })
})

describe('isHiddenFromSearch', () => {
  it.each([
    ['<meta name="robots" content="noindex"/>', true],
    ['<META content="noindex, follow" NAME="Robots">', true],
    ['<meta name="robots" content="index, follow"/>', false],
    ['<meta name="description" content="noindex"/>', false],
    ['<title><meta name="robots" content="noindex"/></title>', false],
    ['', false],
  ])('%s: %s', (head, hidden) => {
    expect(isHiddenFromSearch(page(head, '<p>noindex</p>'))).toBe(hidden)
  })
})

describe('statusIn', () => {
  it.each([
    ['<meta name="fp:status" content="404"/>', 404],
    ['<meta content="410" name="fp:status">', 410],
    ["<meta name='fp:status' content='410'>", 410],
    ['<meta name="fp:status" content="429">', 429],
    ['<meta name="fp:status" content="503">', 503],
    ['<meta name="fp:status" content="200">', undefined],
    ['<meta name="description" content="404">', undefined],
    ['<!-- <meta name="fp:status" content="404"> -->', undefined],
    ['<script>"<meta name=\\"fp:status\\" content=\\"404\\">"</script>', undefined],
    ['<p title="<meta name=fp:status content=404>">', undefined],
    ['&lt;meta name="fp:status" content="404"&gt;', undefined],
  ])('%s', (html, status) => {
    expect(statusIn(page(html, ''))).toBe(status)
  })
})

it('needsScript notices parts that wait for a script', () => {
  expect(needsScript('<!--$?--><template id="B:0"></template><!--/$--><div hidden id="S:0">late</div>')).toBe(true)
  expect(needsScript('<div hidden=""><!--$--><!--/$--></div><p id="S:0">S:0</p>')).toBe(false)
})

it('linksStillNeeded', () => {
  expect(linksStillNeeded('</a.woff2>; rel=preload; as="font", </a.js>; rel=preload; as="script", </b.css>; rel=preload; as="style"')).toBe('</a.woff2>; rel=preload; as="font"')
  expect(linksStillNeeded('</a.js>; rel="preload"; as=script')).toBeUndefined()
})

describe('the language of a document', () => {
  it('is the one that the page names, on the whole of it', () => {
    expect(inItsLanguage('<!DOCTYPE html><html lang="en" class="a"><head><meta name="fp:language" content="es"></head><body lang="en">')).toBe('<!DOCTYPE html><html lang="es" class="a"><head><meta name="fp:language" content="es"></head><body lang="en">')
  })

  it('stays as it was where the page names none, or none that is one', () => {
    for (const html of ['<html lang="en"><p>fp:language</p>', '<html lang="en"><meta name="fp:language" content="e&quot;s">', '<html lang="en"><!-- <meta name="fp:language" content="es"> -->']) expect(inItsLanguage(html)).toBe(html)
  })
})
