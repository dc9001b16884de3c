import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { env } from './env.ts'
import { storage } from './storage.ts'

const bytes = (text: string) => Buffer.from(text)
const filesBelow = (folder: string) => readdirSync(folder, { recursive: true }).map(String).filter((name) => statSync(path.join(folder, name)).isFile())

async function contentOf(key: string): Promise<string | null> {
  const file = await storage.read(key)
  return file === null ? null : new Response(file.stream()).text()
}

describe('storage', () => {
  it('keeps a file whole, once, and without a trace of the writing', async () => {
    const key = storage.keyOf('original', bytes('one'))
    await Promise.all([storage.put(key, bytes('one')), storage.put(key, bytes('one')), storage.put(key, bytes('one'))])
    expect(await contentOf(key)).toBe('one')
    expect((await storage.read(key))?.size).toBe(3)
    expect(String(await storage.bytes(key))).toBe('one')
    expect(filesBelow(env().MEDIA_DIR).filter((name) => name.includes(key.slice(-10)))).toHaveLength(1)
    expect(filesBelow(env().MEDIA_DIR).filter((name) => name.endsWith('.tmp'))).toHaveLength(0)
  })

  it('puts a torn file right', async () => {
    const key = storage.keyOf('variant', bytes('a whole file'), '.webp')
    await storage.put(key, bytes('a whole file'))
    const name = filesBelow(env().MEDIA_DIR).find((file) => file.endsWith('.webp')) ?? ''
    writeFileSync(path.join(env().MEDIA_DIR, name), 'a who')
    await storage.put(key, bytes('a whole file'))
    expect(await contentOf(key)).toBe('a whole file')
  })

  it('streams a large file, and lets go of it when the reader leaves', async () => {
    const large = Buffer.alloc(1_000_000, 'x')
    const key = storage.keyOf('original', large)
    await storage.put(key, large)
    const file = await storage.read(key)
    expect((await new Response(file?.stream() ?? null).arrayBuffer()).byteLength).toBe(1_000_000)
    const reader = file?.stream().getReader()
    await reader?.read()
    await reader?.cancel()
  })

  it('answers null for what is not there, and its bytes throw', async () => {
    const key = storage.keyOf('original', bytes('two'))
    expect(await storage.read(key)).toBeNull()
    await expect(storage.bytes(key)).rejects.toThrow('ENOENT')
  })

  it('refuses content under a key that is not its own', async () => {
    await expect(storage.put(storage.keyOf('original', bytes('x')), bytes('y'))).rejects.toThrow('not that of the content')
  })

  const hash = 'a1'.repeat(32)
  test.each([
    '', hash, `original/${hash}/x`, `../original/${hash}`, `original/../${hash}`, `/etc/passwd`, `original/${hash}.gif`, `original/${hash}.pdf.html`, `original/${hash}\u0000`, `Original/${hash}`, `original/${hash.slice(1)}`, `original/${hash}.webp\n`, `original\\${hash}`,
  ])('no path from outside reaches the disk: %j', async (key) => {
    await expect(storage.read(key)).rejects.toThrow(TypeError)
    await expect(storage.put(key, bytes('x'))).rejects.toThrow(TypeError)
  })

  it('sweeps what torn writes left over an hour ago, and nothing else', async () => {
    const now = new Date()
    const folder = path.join(env().MEDIA_DIR, 'original', 'zz')
    mkdirSync(folder, { recursive: true })
    const put = (name: string, minutes: number) => {
      writeFileSync(path.join(folder, name), 'torn')
      const then = new Date(now.getTime() - minutes * 60_000)
      utimesSync(path.join(folder, name), then, then)
    }
    put('.old.tmp', 61)
    put('.young.tmp', 59)
    put('kept', 600)
    expect(await storage.sweep(now)).toBe(1)
    expect(readdirSync(folder).sort()).toEqual(['.young.tmp', 'kept'])
  })
})
