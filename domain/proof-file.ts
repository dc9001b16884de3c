/** A file that proves a right: a licence, a message, a screenshot of one. */

export const MAX_PROOF_BYTES = 5 * 1024 * 1024

const KINDS = [
  { ending: '.pdf', type: 'application/pdf' },
  { ending: '.png', type: 'image/png' },
  { ending: '.jpg', type: 'image/jpeg' },
] as const
export type ProofKind = (typeof KINDS)[number]

/** The kind of a kept proof by the ending of its key, or null. */
export function proofKind(key: string): ProofKind | null {
  return KINDS.find(({ ending }) => key.endsWith(ending)) ?? null
}

/** Whether these bytes begin like a PDF (ISO 32000-2, 7.5.2: "%PDF-" and a version). */
export function isPdf(bytes: Uint8Array): boolean {
  return /^%PDF-[12]\.\d/.test(String.fromCharCode(...bytes.subarray(0, 8)))
}

/** A Content-Disposition that makes a browser save the file, whatever its name holds (RFC 6266, RFC 8187). */
export function asAttachment(fileName: string): string {
  const plain = fileName.replace(/[^\w. -]/g, '_')
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
