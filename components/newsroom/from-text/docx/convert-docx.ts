import { unzipSync } from 'fflate'
import mammoth from 'mammoth'

/**
 * A Word document as HTML and pictures. It runs in a worker of the writer's own browser: a hostile file can hurt nobody
 * else, the server never parses one, and nothing but the finished story leaves the computer.
 */
export type ConvertedDocx = { html: string; pictures: { contentType: string; bytes: ArrayBuffer }[] }

export const MAX_DOCX_BYTES = 25 * 1024 * 1024
const MOST_FILES = 5_000
const MOST_UNPACKED = 250 * 1024 * 1024
/** The address that stands for the n-th picture in the HTML. */
export const DOCX_PICTURE = 'docx-picture:'

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
]

/** Why these bytes are not read at all, in words for the person; null = they can be. Looks at the list of a zip's files, unpacks none. */
export function docxProblem(bytes: Uint8Array): string | null {
  if (bytes.length > MAX_DOCX_BYTES) return 'This document is larger than 25 MB. Take some pictures out and upload them on their own.'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'This is an old Word document (.doc) or one with a password. Save it as .docx without a password, and choose that.'
  let [files, unpacked, isWord] = [0, 0, false]
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        files += 1
        unpacked += originalSize
        isWord ||= name === 'word/document.xml'
        return false
      },
    })
  } catch {
    return 'This file is damaged or no Word document. Open it in Word or Google Docs and save it as .docx again.'
  }
  if (files > MOST_FILES || unpacked > MOST_UNPACKED) return 'This document unpacks to more than any story holds, so it was not opened.'
  return isWord ? null : 'This is not a Word document. Choose a .docx file, or copy the text and paste it here.'
}

/** Converts a document that docxProblem let pass. Rejects where mammoth cannot read it. */
export async function convertDocx(bytes: Uint8Array<ArrayBuffer>): Promise<ConvertedDocx> {
  const pictures: ConvertedDocx['pictures'] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    const number = pictures.push({ contentType: image.contentType, bytes: new ArrayBuffer(0) }) - 1
    pictures[number] = { contentType: image.contentType, bytes: await image.readAsArrayBuffer() }
    return { src: `${DOCX_PICTURE}${number}` }
  })
  // Node's build takes a buffer, the browser's an array buffer; each ignores the other.
  const input = { arrayBuffer: bytes.buffer, buffer: bytes }
  const { value } = await mammoth.convertToHtml(input as { arrayBuffer: ArrayBuffer }, { styleMap: STYLES, includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage })
  return { html: value, pictures }
}
