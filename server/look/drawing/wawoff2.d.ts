/** As much of wawoff2 2.0 as is used here; the package brings no types. */
declare module 'wawoff2' {
  /** The OpenType font in a WOFF2 file. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>
}
