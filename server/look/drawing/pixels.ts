import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** Pixels as red, green, blue and opacity, a byte each. */
export type Pixels = { bytes: Uint8Array; width: number; height: number }

const KEY = Symbol.for('fourth-period.resvg')
type Holder = { [KEY]?: Promise<void> }
const holder = globalThis as Holder

/** Next loads this file once for each route; the machine behind it must be started once. */
function started(): Promise<void> {
  return (holder[KEY] ??= readFile(path.join(process.cwd(), 'node_modules/@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm)))
}

/** Draws our own SVG, of shapes and outlines alone: it never comes from outside. */
export async function drawn(svg: string): Promise<Pixels> {
  await started()
  const resvg = new Resvg(svg, { font: { loadSystemFonts: false } })
  const image = resvg.render()
  try {
    return { bytes: Uint8Array.from(image.pixels), width: image.width, height: image.height }
  } finally {
    image.free()
    resvg.free()
  }
}
