import { blocksFromHtml, type HtmlBlock } from '#domain/from-html/blocks.ts'
import { treeOfDocument } from './dom-tree.ts'

/** Whether HTML was copied out of an editor of ours: it is known exactly as it is. */
export function isOwnCopy(html: string): boolean {
  return /\bdata-pm-slice=/.test(html)
}

/** Clipboard HTML of another program as blocks; empty where it holds nothing that a story can take. */
export function pastedBlocks(html: string): HtmlBlock[] {
  return blocksFromHtml(treeOfDocument(new DOMParser().parseFromString(html, 'text/html')))
}

/** The picture files of a clipboard or a drag that brings nothing else. */
export function onlyPictures(data: Pick<DataTransfer, 'files' | 'getData'> | null): File[] {
  if (data === null || data.files.length === 0 || data.getData('text/html') !== '' || data.getData('text/plain') !== '') return []
  return Array.from(data.files)
}
