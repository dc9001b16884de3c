/** As much of wawoff2 2.0 as is used here: its way back from WOFF2, without the other. The package brings no types. */
declare module 'wawoff2/decompress.js' {
  /** The OpenType font in a WOFF2 file. */
  export default function decompress(woff2: Uint8Array): Promise<Uint8Array>
}
