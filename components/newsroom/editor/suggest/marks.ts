import { Mark } from '@tiptap/core'
import { readSuggestionId } from '#domain/document/suggestion-id.ts'
import { personClass } from '../together/person-colour.ts'

/**
 * The marks of suggestions as @handlewithcare/prosemirror-suggest-changes needs them in the schema. `insertion` and
 * `deletion` are those of domain/document/schema.ts; `modification` must exist for the package and is never made: what
 * it would stand for (another kind of block, other attributes) cannot travel through Yjs as a mark, see track.ts.
 */
/** The `marks` of a node that holds blocks: what may be said of a whole block while a change is worked out. */
export const SUGGESTION_MARKS = 'insertion deletion modification'

const ID = /^[0-9A-Za-z:._-]{1,80}$/

const colourOf = (id: string) => {
  const made = readSuggestionId(id)
  return made === null ? '' : personClass(made.userId)
}

function suggestionMark(name: 'insertion' | 'deletion', tag: 'ins' | 'del') {
  return Mark.create({
    name,
    inclusive: false,
    excludes: 'insertion deletion modification',
    addAttributes: () => ({
      id: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-suggestion') ?? '',
        renderHTML: ({ id }) => ({ 'data-suggestion': id, class: colourOf(id) }),
      },
    }),
    // A foreign <ins> or <del> is no suggestion of ours.
    parseHTML: () => [{ tag: `${tag}[data-suggestion]`, getAttrs: (element) => (ID.test(element.getAttribute('data-suggestion') ?? '') ? null : false) }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })
}

export const Insertion = suggestionMark('insertion', 'ins')
export const Deletion = suggestionMark('deletion', 'del')
export const Modification = Mark.create({ name: 'modification', inclusive: false, excludes: 'insertion deletion', parseHTML: () => [] })

/** What the editor's schema needs for suggestions. */
export const suggestionMarks = [Insertion, Deletion, Modification]
