import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readXml, type Read } from './strict-xml.ts'
import { element, htmlText, xmlChars, xmlDocument, type XmlElement } from './xml.ts'

const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(']]>', '<!--', '&amp;', '\u0000', '\ud800', '\udc00\ud83d', '\ufffe', '\r\n', '"\'<>&', '&#0;', '<script>'))
const { tree } = fc.letrec<{ tree: XmlElement; node: XmlElement | string }>((tie) => ({
  tree: fc
    .record({ name: fc.constantFrom('a', 'b:c', 'd-e.f'), attributes: fc.dictionary(fc.constantFrom('x', 'y', 'b:z'), anything, { maxKeys: 3 }), children: fc.array(tie('node'), { maxLength: 4 }) })
    .map(({ name, attributes, children }) => element(name, attributes, children)),
  node: fc.oneof({ depthSize: 'small', maxDepth: 4 }, anything, tie('tree')),
}))

/** What a reader of the tree must find: neighbouring texts are one, and what XML cannot hold is left out. */
function expected({ name, attributes, children }: XmlElement): Read {
  const found: Read['children'] = []
  for (const child of children) {
    const last = found.at(-1)
    if (typeof child !== 'string') found.push(expected(child))
    else if (xmlChars(child) === '') continue
    else if (typeof last === 'string') found[found.length - 1] = last + xmlChars(child)
    else found.push(xmlChars(child))
  }
  return { name, attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, xmlChars(value)])), children: found }
}

test('whatever the words hold, the document is well-formed and says the same words', () => {
  fc.assert(
    fc.property(tree, (inside) => {
      const read = readXml(xmlDocument(element('root', { 'xmlns:b': 'urn:b' }, [inside])))
      expect(JSON.parse(JSON.stringify(read.children[0]))).toEqual(expected(inside))
    }),
    { numRuns: 500 },
  )
})

test('HTML keeps its end tags, and an element that holds nothing has none', () => {
  expect(htmlText(element('td', {}, [element('br'), '<']))).toBe('<td><br/>&lt;</td>')
  expect(htmlText(element('td'))).toBe('<td></td>')
  expect(htmlText(element('img', { alt: '"a" & b' }))).toBe('<img alt="&quot;a&quot; &amp; b"/>')
})

test('what is left out is not there, and a name that is none is refused', () => {
  expect(element('a', {}, [null, 'b']).children).toEqual(['b'])
  for (const name of ['', '1a', 'a b', 'a:', ':a', 'a:b:c', 'a>']) expect(() => element(name)).toThrow(TypeError)
  expect(() => element('a', { 'x y': '' })).toThrow(TypeError)
})

test.each(['<a>', '<a></b>', '<a>&nbsp;</a>', '<a>]]></a>', '<a x="<"/>', '<a x="1" x="2"/>', '<a/><b/>', '<a>\u0001</a>', '<a>&#1;</a>', '<a>\ud800</a>', '<b:a/>', '<a x=1/>', 'a', '<a>&</a>'])('the strict reader refuses %j', (text) => {
  expect(() => readXml(text)).toThrow()
})
