/** As much of pdfkit 0.20 as is used here; the package brings no types. Lengths are points, 72 to the inch. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  type Content = () => void
  type Structure = { add(child: Structure | Content): Structure; end(): void }
  type TextOptions = { width?: number; lineBreak?: boolean; align?: 'left' | 'right' | 'center'; continued?: boolean; lineGap?: number; indent?: number }
  type Options = {
    size: string
    margins: { top: number; bottom: number; left: number; right: number }
    font: string
    pdfVersion: string
    tagged: boolean
    lang: string
    displayTitle: boolean
    compress: boolean
    info: Record<string, string | Date>
  }

  class PDFDocument extends Readable {
    constructor(options: Options)
    x: number
    y: number
    readonly page: { width: number; height: number; margins: { top: number; bottom: number; left: number; right: number } }
    /** The font that is chosen now; pdfkit keeps it private, and nothing else tells which letters it has. */
    readonly _font: { font: { hasGlyphForCodePoint(code: number): boolean } }
    registerFont(name: string, source: string): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(color: string): this
    text(text: string, options?: TextOptions): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    moveDown(lines?: number): this
    addPage(): this
    struct(type: string, children?: Content | (Content | Structure)[]): Structure
    addStructure(structure: Structure): this
    markContent(tag: string, options?: Record<string, string>): this
    endMarkedContent(): this
    end(): void
  }
  export default PDFDocument
}
