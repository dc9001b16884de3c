import type { DecorationAttrs } from '@tiptap/pm/view'
import { personClass } from './person-colour.ts'

const MAX_NAME = 60
const text = (value: unknown, key: string): string => {
  if (typeof value !== 'object' || value === null) return ''
  const inner: unknown = Reflect.get(value, key)
  return typeof inner === 'string' ? inner : ''
}

/**
 * Where somebody else is in the text: a line of no width, and above it the name. `user` came over the network: only the
 * name is shown, as text, and the colour is chosen here.
 */
export function caretOf(user: unknown): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `other-caret ${personClass(text(user, 'userId'))}`
  // Screen readers hear who is here from the list above the text; a name in the middle of a sentence would be read as its words.
  caret.setAttribute('aria-hidden', 'true')
  const label = document.createElement('span')
  label.className = 'other-caret-name'
  label.textContent = text(user, 'name').slice(0, MAX_NAME)
  // A browser places the writer's own caret beside a word joiner, not inside of the widget.
  caret.append('\u2060', label, '\u2060')
  return caret
}

/** How the text looks that somebody else has selected. */
export function selectionOf(user: unknown): DecorationAttrs {
  return { class: `other-selection ${personClass(text(user, 'userId'))}` }
}
