import { uploadEach } from '#components/newsroom/media/upload/upload-each.ts'
import { uploadQueue } from '#components/newsroom/media/upload/queue/upload-store.client.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import type { DeskChange } from '../desk-state.ts'
import { DOCX_PICTURE } from './convert-docx.ts'
import { readDocx, type ReadDocx } from './read-docx.ts'

const ENDINGS: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

/** The n-th picture of the document as a file to upload; null where the library takes no such kind (drawings of Office). */
function fileOf(picture: ReadDocx['pictures'][number] | undefined, name: string): File | null {
  const ending = picture === undefined ? undefined : ENDINGS[picture.contentType]
  return picture === undefined || ending === undefined ? null : new File([picture.bytes], `${name}.${ending}`, { type: picture.contentType })
}

export type TakenDocx = { ok: true; change: DeskChange; missing: number } | { ok: false; problem: string }

/**
 * A .docx from the file to the desk: read in this browser, its pictures uploaded. `said` hears what is going
 * on; `missing`: how many pictures could not come along.
 */
export async function takeDocx(file: File, said: (words: string) => void): Promise<TakenDocx> {
  said(`Reading ${file.name}…`)
  const read = await readDocx(file)
  if (!read.ok) return read
  const { blocks, pictures } = read.docx
  if (blocks.length === 0) return { ok: false, problem: `“${file.name}” holds no text.` }
  const places = blocks.flatMap(({ picture, block }, at) => (picture === null ? [] : [{ at, src: picture.src, alt: block.type === 'missingPicture' ? block.attrs.alt : '' }]))
  const sent = places.flatMap(({ at, src, alt }, index) => {
    const number = src.startsWith(DOCX_PICTURE) ? Number(src.slice(DOCX_PICTURE.length)) : -1
    const name = alt.slice(0, 80).replace(/[^\p{L}\p{N} ]+/gu, ' ').trim() || `picture ${index + 1}`
    const picture = fileOf(pictures[number], name)
    return picture === null ? [] : [{ at, picture }]
  })
  const assets = new Map<number, NewsroomAsset>()
  let settled = 0
  if (sent.length > 0) said(`Uploading ${sent.length === 1 ? 'one picture' : `${sent.length} pictures`}…`)
  await uploadEach(uploadQueue(), sent.map(({ picture }) => picture), (index, asset) => {
    const place = sent[index]?.at
    if (asset !== null && place !== undefined) assets.set(place, asset)
    settled += 1
    said(`${settled} of ${sent.length} pictures uploaded.`)
  })
  said('')
  return { ok: true, change: { type: 'document', name: file.name, blocks: blocks.map(({ block, rank }) => ({ block, rank })), assets }, missing: places.length - assets.size }
}
