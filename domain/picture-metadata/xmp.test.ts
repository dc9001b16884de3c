import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { MAX_XMP_CHARS, readXmp } from './xmp.ts'

const packet = (properties: string, attributes = '') => `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:exif="http://ns.adobe.com/exif/1.0/" ${attributes}>
${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

describe('readXmp', () => {
  it('reads texts, lists, the default language first, and attributes', () => {
    const text = packet(
      `<dc:description><rdf:Alt><rdf:li xml:lang="es">La banda</rdf:li><rdf:li xml:lang="x-default">The band &amp; the choir</rdf:li></rdf:Alt></dc:description>
       <dc:creator><rdf:Seq><rdf:li>Ana Ruiz</rdf:li></rdf:Seq></dc:creator>
       <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ben Ode</rdf:li><rdf:li>Cy Lee</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
       <photoshop:City><![CDATA[Long & Beach]]></photoshop:City>`,
      'photoshop:DateCreated="2026-11-24T15:04:05-08:00"',
    )
    expect(readXmp(text)).toEqual({
      dateCreated: ['2026-11-24T15:04:05-08:00'],
      description: ['The band & the choir', 'La banda'],
      creator: ['Ana Ruiz'],
      people: ['Ben Ode', 'Cy Lee'],
      city: ['Long & Beach'],
    })
  })

  it('goes by the namespace, not by the prefix', () => {
    const text = packet('<q:title xmlns:q="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li>Yes</rdf:li></rdf:Alt></q:title><dc:title xmlns:dc="urn:other">No</dc:title>')
    expect(readXmp(text)).toEqual({ title: ['Yes'] })
  })

  it('reads a default namespace', () => {
    expect(readXmp(packet('<title xmlns="http://purl.org/dc/elements/1.1/">Yes</title>'))).toEqual({ title: ['Yes'] })
  })

  it('reads what is said of the picture only, not of what it was made of', () => {
    expect(readXmp(packet('<photoshop:Ingredients><rdf:Bag><rdf:li><rdf:Description><dc:title>Other</dc:title></rdf:Description></rdf:li></rdf:Bag></photoshop:Ingredients>'))).toEqual({})
  })

  it('leaves out place and camera', () => {
    expect(readXmp(packet('<exif:GPSLatitude>51,30.0N</exif:GPSLatitude>', 'exif:GPSLongitude="0,7.0W"'))).toEqual({})
  })

  test.each([
    ['nothing', ''],
    ['no XML', 'caption: <3'],
    ['an open tag', '<rdf:RDF'],
    ['an open quote', '<a b="c'],
    ['an open comment', packet('<!-- <dc:title>x</dc:title>')],
    ['open CDATA', packet('<dc:title><![CDATA[x')],
    ['an attribute without quotes', packet('<dc:title a=b></dc:title>')],
    ['an empty value', packet('<dc:title> </dc:title><photoshop:City/>', 'dc:rights=" "')],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${packet('<dc:title>&a;</dc:title>')}`],
    ['crossed tags', packet('<b><dc:title>x</b></dc:title>')],
  ])('finds nothing in %s', (_name, text) => expect(readXmp(text)).toEqual({}))

  it('keeps entities that it does not know as they are written', () => {
    expect(readXmp(packet('<dc:title>&a; &#65;&#x42; &#0; &lt;</dc:title>'))).toEqual({ title: ['&a; AB  <'] })
  })

  it('makes no name of the file a key of anything', () => {
    readXmp(packet('<__proto__:polluted xmlns:__proto__="http://purl.org/dc/elements/1.1/">x</__proto__:polluted><constructor:keys>y</constructor:keys>', '__proto__="z"'))
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(typeof Object.keys).toBe('function')
  })

  test.each([
    ['10,000 people', packet(`<Iptc4xmpExt:PersonInImage><rdf:Bag>${'<rdf:li>Ana</rdf:li>'.repeat(10_000)}</rdf:Bag></Iptc4xmpExt:PersonInImage>`)],
    ['tags that never close', `<a:b>`.repeat(50_000)],
    ['a tag of attributes without end', `<a ${'b'.repeat(200_000)}>`],
    ['a tag of equals signs', `<a ${'='.repeat(200_000)}>`],
    ['a tag of spaces', `<a b=${' '.repeat(200_000)}>`],
    ['100,000 declarations', packet(`<a ${'xmlns:q="x" '.repeat(15_000)}/>`)],
    ['declarations in declarations', packet(`<a ${Array.from({ length: 8_000 }, (_, at) => `xmlns:q${at}="x" `).join('')}>${'<a xmlns:q="y"/>'.repeat(6_000)}</a>`)],
    ['deep nesting', packet('<a>'.repeat(1_000))],
    ['a huge text', packet(`<dc:title>${'x'.repeat(200_000)}</dc:title>`)],
    ['ampersands', packet(`<dc:title>${'&#'.repeat(100_000)}</dc:title>`)],
  ])('is done with %s in no time', (_name, text) => {
    const before = performance.now()
    const facts = readXmp(text)
    expect(performance.now() - before).toBeLessThan(10_000)
    for (const values of Object.values(facts)) {
      expect(values.length).toBeLessThanOrEqual(100)
      for (const value of values) expect(value.length).toBeLessThanOrEqual(8_000)
    }
  })

  it('does not read a packet that is too long', () => {
    expect(readXmp(packet(`<dc:title>x</dc:title>${' '.repeat(MAX_XMP_CHARS)}`))).toEqual({})
  })

  it('never throws', () => {
    const piece = fc.constantFrom('<', '>', '/', '"', "'", '=', '&', ';', '<!--', '-->', '<?', '?>', '<![CDATA[', ']]>', 'rdf:RDF', 'rdf:Description', 'dc:title', ' ', 'xmlns:dc=', 'x', '&#55296;')
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void readXmp(pieces.join(''))))
  })
})
