import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { env } from './env.ts'

/**
 * The only door to files. A key is "<kind>/<sha256 of the content>[.<ext>]"; nothing else ever becomes a path. A file is
 * written whole or not at all, never changed, and lies in one of 256 folders of its kind.
 */

const KEY = /^([a-z]+)\/([0-9a-f]{2})([0-9a-f]{62})(\.(?:avif|webp|jpg|png|pdf))?$/
const STALE_MS = 60 * 60 * 1000
const CHUNK = 64 * 1024

function fileOf(key: string): string {
  const [, kind, fan, rest, extension = ''] = KEY.exec(key) ?? []
  if (kind === undefined || fan === undefined || rest === undefined) throw new TypeError('This is not a storage key.')
  return path.join(path.resolve(env().MEDIA_DIR), kind, fan, `${fan}${rest}${extension}`)
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}

/** Whether an error means that the disk has no room left. */
export function isDiskFull(error: unknown): boolean {
  return isCode(error, 'ENOSPC', 'EDQUOT')
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a file whole: temporary one in the same folder → fsync → rename → fsync of the folder. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o750 })
  const temporary = path.join(folder, `.${randomUUID()}.tmp`)
  try {
    const handle = await open(temporary, 'wx', 0o640)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** A file's content, opened at the first read and closed at the end or when the reader goes away. */
function streamOf(file: string): ReadableStream<Uint8Array> {
  let handle: FileHandle | undefined
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      handle ??= await open(file, 'r')
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, null)
      if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead))
      await handle.close()
      controller.close()
    },
    cancel: async () => handle?.close(),
  })
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return []
    throw error
  })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(folder, entry.name))
}

export const storage = {
  /** The key that these bytes have in storage. */
  keyOf(kind: string, bytes: Uint8Array, extension = ''): string {
    return `${kind}/${createHash('sha256').update(bytes).digest('hex')}${extension}`
  },

  /** Keeps the bytes under their key; doing it again changes nothing. Throws when the key is not that of the bytes, or the disk is full. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    const file = fileOf(key)
    const [, kind = '', , , extension = ''] = KEY.exec(key) ?? []
    if (storage.keyOf(kind, bytes, extension) !== key) throw new TypeError('This key is not that of the content.')
    if ((await sizeOf(file)) !== bytes.byteLength) await writeWhole(file, bytes)
  },

  /** A file's size in bytes and its content as a stream, opened when asked for; null when there is none. */
  async read(key: string): Promise<{ size: number; stream: () => ReadableStream<Uint8Array> } | null> {
    const file = fileOf(key)
    const size = await sizeOf(file)
    return size === null ? null : { size, stream: () => streamOf(file) }
  },

  /** A file's whole content. Throws when there is none. */
  bytes(key: string): Promise<Buffer> {
    return readFile(fileOf(key))
  },

  /** Removes a file; doing it again changes nothing. Whoever does this sees to it that nothing names the key any more. */
  remove(key: string): Promise<void> {
    return rm(fileOf(key), { force: true })
  },

  /** Removes what writes that were cut off left behind over an hour before `now`; answers how many files. */
  async sweep(now: Date): Promise<number> {
    let swept = 0
    for (const kind of await foldersIn(path.resolve(env().MEDIA_DIR))) {
      for (const folder of await foldersIn(kind)) {
        for (const name of await readdir(folder)) {
          const file = path.join(folder, name)
          if (!name.endsWith('.tmp') || now.getTime() - (await stat(file)).mtimeMs < STALE_MS) continue
          await rm(file, { force: true })
          swept += 1
        }
      }
    }
    return swept
  },
}
