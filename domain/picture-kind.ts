/**
 * What a file really is, told by its first bytes: names and declared types are never believed. Only JPEG, PNG and WebP are
 * pictures to us; the others are named so that a refusal can say what it saw.
 */

export type PictureKind = 'jpeg' | 'png' | 'webp'

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

function begins(bytes: Uint8Array, ...start: number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte)
}

/** JPEG, PNG or WebP, or null. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp'
  return null
}

/** The size that a PNG's header declares, in pixels, or null where there is no whole header. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (pictureKind(bytes) !== 'png' || bytes.length < 24 || text(bytes, 12, 16) !== 'IHDR') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

const SAVE_AS = 'Save it as JPEG, PNG or WebP and upload that.'

/** Why a file that is none of the three is refused, in words that name what it seems to be. */
export function notAPicture(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'This file is empty.'
  const start = text(bytes, 0, 8)
  const brand = start.slice(4) === 'ftyp' ? text(bytes, 8, 12) : ''
  if (/^(?:he[ivm]|mif|msf)/.test(brand)) return 'This seems to be a HEIC photo, as iPhones make them. Export it as JPEG and upload that.'
  if (brand.startsWith('avi')) return `This seems to be an AVIF picture. ${SAVE_AS}`
  if (brand !== '') return 'This seems to be a video. Only pictures can be uploaded.'
  if (start.startsWith('GIF8')) return `This seems to be a GIF. ${SAVE_AS}`
  if (start.startsWith('%PDF')) return 'This seems to be a PDF. Save the picture in it as JPEG or PNG and upload that.'
  if (start.startsWith('BM')) return `This seems to be a BMP picture. ${SAVE_AS}`
  if (start.startsWith('II*\u0000') || start.startsWith('MM\u0000*')) return `This seems to be a TIFF or a camera's raw file. ${SAVE_AS}`
  if (start.startsWith('8BPS')) return `This seems to be a Photoshop file. ${SAVE_AS}`
  if (start.startsWith('PK')) return 'This seems to be a ZIP or Office file. Only pictures can be uploaded.'
  const opening = text(bytes, 0, 1000).toLowerCase()
  if (/<svg[\s>]/.test(opening)) return `This seems to be an SVG drawing, which can carry scripts. ${SAVE_AS}`
  if (/<!doctype html|<html|<script|<body/.test(opening)) return 'This seems to be a web page (HTML), not a picture.'
  if (opening.trimStart().startsWith('<?xml')) return 'This seems to be an XML file, perhaps an SVG drawing. Only JPEG, PNG and WebP pictures can be uploaded.'
  return 'This is not a JPEG, PNG or WebP picture.'
}
