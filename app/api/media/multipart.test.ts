import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { boundaryOf, fileIn } from './multipart.ts'

async function bodyOf(form: FormData): Promise<{ body: Buffer; boundary: string }> {
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return { body: Buffer.from(await request.arrayBuffer()), boundary: boundaryOf(request.headers.get('content-type') ?? '') ?? '' }
}
const formWith = (name: string, content: Uint8Array<ArrayBuffer>, fileName: string) => {
  const form = new FormData()
  form.append('note', 'before')
  form.append(name, new File([content], fileName))
  return form
}

test.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['Multipart/Form-Data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', null],
  ['multipart/form-data; boundary=', null],
  [`multipart/form-data; boundary=${'x'.repeat(71)}`, null],
  ['application/json; boundary=abc', null],
  ['', null],
])('%j has the boundary %j', (type, boundary) => expect(boundaryOf(type)).toBe(boundary === null ? null : boundary))

describe('fileIn', () => {
  it('finds what a browser sent, byte for byte, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const content = new Uint8Array([...bytes, 13, 10, 45, 45, ...bytes])
        const { body, boundary } = await bodyOf(formWith('file', content, 'a.jpg'))
        const found = fileIn(body, boundary)
        expect(found?.fileName).toBe('a.jpg')
        expect(Buffer.from(found?.bytes ?? []).equals(Buffer.from(content))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test.each(['Fußball 王.jpg', 'a "b".jpg', 'a;b=c.jpg', "o'clock.jpg"])('keeps the name %j', async (name) => {
    const { body, boundary } = await bodyOf(formWith('file', new Uint8Array([1]), name))
    expect(fileIn(body, boundary)?.fileName).toBe(name)
  })

  test('a line break in a name is a space', async () => {
    const { body, boundary } = await bodyOf(formWith('file', new Uint8Array([1]), 'a\r\nb.jpg'))
    expect(fileIn(body, boundary)?.fileName).toMatch(/^a +b\.jpg$/)
  })

  it('finds none where there is none', async () => {
    const { body, boundary } = await bodyOf(formWith('other', new Uint8Array([1]), 'a.jpg'))
    expect(fileIn(body, boundary)).toBeNull()
    const text = new FormData()
    text.append('file', 'words')
    const words = await bodyOf(text)
    expect(fileIn(words.body, words.boundary)).toBeNull()
    expect(fileIn(Buffer.alloc(0), 'x')).toBeNull()
  })

  it('copies nothing', async () => {
    const { body, boundary } = await bodyOf(formWith('file', new Uint8Array(1_000), 'a.jpg'))
    expect(fileIn(body, boundary)?.bytes.buffer).toBe(body.buffer)
  })

  it('never throws, wherever the body is cut, and whatever it is', async () => {
    const { body, boundary } = await bodyOf(formWith('file', new Uint8Array(50), 'a.jpg'))
    for (let end = 0; end < body.byteLength - boundary.length - 6; end += 1) expect(fileIn(body.subarray(0, end), boundary)).toBeNull()
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void fileIn(Buffer.from(bytes), '\r\n')))
  })
})
