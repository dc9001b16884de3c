import { Mark } from '@tiptap/core'
import { directionOf, LANGUAGE_TAG } from '#domain/document/foreign.ts'

/** Marks of passages: where words come from, and in which language they are. */

/** A footnote behind the marked words. Outermost of all marks, so that emphasis does not split it. */
export const SourceMark = Mark.create({
  name: 'source',
  priority: 1200,
  inclusive: false,
  addAttributes: () => ({
    note: { default: '', parseHTML: (element) => element.getAttribute('data-source')?.slice(0, 500) ?? '', renderHTML: ({ note }) => ({ 'data-source': note, title: note }) },
    href: { default: null, parseHTML: (element) => element.getAttribute('data-source-href'), renderHTML: ({ href }) => (href === null ? {} : { 'data-source-href': href }) },
  }),
  parseHTML: () => [{ tag: 'span[data-source]', getAttrs: (element) => (element.getAttribute('data-source') === '' ? false : null) }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})

/** Words in another language. */
export const LangMark = Mark.create({
  name: 'lang',
  priority: 1150,
  inclusive: false,
  addAttributes: () => ({
    lang: { default: '', parseHTML: (element) => element.getAttribute('lang') ?? '', renderHTML: ({ lang }) => ({ lang, dir: directionOf(String(lang)) }) },
  }),
  parseHTML: () => [{ tag: 'span[data-foreign]', getAttrs: (element) => (LANGUAGE_TAG.test(element.getAttribute('lang') ?? '') ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-foreign': '' }, 0],
})
