/** Whether pasted or dropped HTML brings pictures of its own; the document schema drops them. */
export function bringsPictures(html: string): boolean {
  return /<(?:img|picture|svg|video|source)\b/i.test(html) || /\burl\(\s*['"]?data:image/i.test(html)
}

/** Whether a clipboard or a drag holds files instead of text. */
export function bringsOnlyFiles(data: { files: { length: number }; getData: (format: string) => string } | null): boolean {
  return data !== null && data.files.length > 0 && data.getData('text/html') === '' && data.getData('text/plain') === ''
}
