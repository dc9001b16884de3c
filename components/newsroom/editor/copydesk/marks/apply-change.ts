import type { Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { StoryContent } from '#domain/story.ts'
import type { DeskFinding } from '../desk-types.ts'
import { blockOf, pictureAt, rangeIn, sourcesSaying, textBlocks } from './locate.ts'

/** Changes of the fields around the text, as the draft session takes them. */
export type FieldChange = Partial<Pick<StoryContent, 'headline' | 'deck' | 'lead'>>
/** The open story, as changes need it. */
export type Target = { editor: Editor | null; content: () => StoryContent; change: (patch: FieldChange) => void }

/** Done, with what takes it back (false where something else changed there since), or why nothing was done. */
export type Applied = { ok: true; undo: () => boolean } | { ok: false; reason: string }

const GONE = 'The passage was changed meanwhile, so nothing was done.'
const refused = (reason: string): Applied => ({ ok: false, reason })
const SUGGESTED = 'Somebody suggests a change inside these words. Accept or reject it first.'

const isHigh = (text: string, at: number) => /[\ud800-\udbff]/.test(text.charAt(at))
const isLow = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at))

/** What of `before` has to be replaced to make `after`: what both begin and end with stays, with its bold and links. */
export function smallestChange(before: string, after: string): { from: number; to: number; text: string } {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  // Never between the two halves of one sign: the shared document stores whole ones.
  if (head > 0 && isHigh(before, head - 1)) head -= 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  if (tail > 0 && isLow(before, before.length - tail)) tail -= 1
  return { from: head, to: before.length - tail, text: after.slice(head, after.length - tail) }
}

/** One step of undo of its own, not joined to what is typed before and after it. */
function dispatchAlone(editor: Editor, transaction: Transaction): Applied {
  const step = (): unknown => yUndoPluginKey.getState(editor.state)?.undoManager?.stopCapturing()
  step()
  editor.view.dispatch(transaction)
  step()
  const after = editor.state.doc
  return { ok: true, undo: () => editor.state.doc.eq(after) && editor.commands.undo() }
}

function inText(editor: Editor, finding: DeskFinding, next: string): Applied {
  const block = blockOf(textBlocks(editor.state.doc), finding)
  if (block === null) return refused(GONE)
  const { tr } = editor.state
  if (finding.removeBlock) return dispatchAlone(editor, tr.delete(block.start - 1, block.start - 1 + block.node.nodeSize))
  const { from, to } = rangeIn(block, finding.place)
  if (to - from !== finding.place.to - finding.place.from) return refused(SUGGESTED)
  const change = smallestChange(finding.passage, next)
  if (change.text === '') tr.delete(from + change.from, from + change.to)
  else tr.insertText(change.text, from + change.from, from + change.to)
  return dispatchAlone(editor, tr.scrollIntoView())
}

/** The same source in several places is one: it is changed in all of them. */
function inSource(editor: Editor, finding: DeskFinding, next: string): Applied {
  const places = sourcesSaying(editor.state.doc, finding.text)
  const note = replaced(finding.text, finding, next)
  if (places.length === 0 || note === null) return refused(GONE)
  if (note.trim() === '') return refused('A source must say something. Take it out of the text instead.')
  const { tr } = editor.state
  for (const { from, to, mark } of places) tr.removeMark(from, to, mark).addMark(from, to, mark.type.create({ ...mark.attrs, note }))
  return dispatchAlone(editor, tr)
}

const replaced = (whole: string, finding: DeskFinding, next: string): string | null =>
  whole !== finding.text ? null : whole.slice(0, finding.place.from) + next + whole.slice(finding.place.to)

function inPicture(editor: Editor, finding: DeskFinding, next: string): Applied {
  const { field, part = 'caption' } = finding.place
  const picture = pictureAt(editor.state.doc, Number(field.slice('image-'.length)))
  const words: unknown = picture?.node.attrs[part]
  const changed = typeof words === 'string' ? replaced(words, finding, next) : null
  if (picture === null || changed === null) return refused(GONE)
  return dispatchAlone(editor, editor.state.tr.setNodeAttribute(picture.pos, part, changed))
}

function inLead({ content, change }: Target, finding: DeskFinding, next: string): Applied {
  const { part = 'caption' } = finding.place
  const { lead } = content()
  const changed = lead === null ? null : replaced(lead[part], finding, next)
  if (lead === null || changed === null) return refused(GONE)
  change({ lead: { ...lead, [part]: changed } })
  const undo = () => {
    const now = content().lead
    if (now === null || now[part] !== changed) return false
    change({ lead: { ...now, [part]: finding.text } })
    return true
  }
  return { ok: true, undo }
}

function inLine({ content, change }: Target, field: 'headline' | 'deck', finding: DeskFinding, next: string): Applied {
  const changed = replaced(content()[field], finding, next)
  if (changed === null) return refused(GONE)
  change({ [field]: changed })
  const undo = () => {
    if (content()[field] !== changed) return false
    change({ [field]: finding.text })
    return true
  }
  return { ok: true, undo }
}

/**
 * Puts `next` in the place of a finding's passage, in the shared document, if the passage still stands there word for word.
 */
export function applyChange(target: Target, finding: DeskFinding, next: string): Applied {
  const { field } = finding.place
  if (field === 'bylines') return refused('Change the name in the bylines.')
  if (field === 'headline' || field === 'deck') return inLine(target, field, finding, next)
  if (field === 'lead') return inLead(target, finding, next)
  if (target.editor === null) return refused('The text is not open yet.')
  if (field === 'sources') return inSource(target.editor, finding, next)
  return field === 'body' ? inText(target.editor, finding, next) : inPicture(target.editor, finding, next)
}
