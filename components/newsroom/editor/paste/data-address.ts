const ENDINGS: Record<string, string> = { 'image/jpeg': 'jpg', 'image/jpg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }
const LONGEST = 40 * 1024 * 1024

/** The picture file inside a data: address (RFC 2397); null for anything else, and for kinds that the library does not take. */
export function fileOfDataAddress(address: string): File | null {
  const found = /^data:(image\/[a-z+.-]+)(?:;[a-z-]+=[^;,]*)*;base64,([A-Za-z0-9+/=\s]+)$/i.exec(address.length > LONGEST ? '' : address.trim())
  const type = found?.[1]?.toLowerCase() ?? ''
  const ending = ENDINGS[type]
  if (found === null || ending === undefined) return null
  try {
    const bytes = Uint8Array.from(atob((found[2] ?? '').replace(/\s+/g, '')), (letter) => letter.charCodeAt(0))
    return bytes.length === 0 ? null : new File([bytes], `pasted picture.${ending}`, { type: type === 'image/jpg' ? 'image/jpeg' : type })
  } catch {
    return null
  }
}
