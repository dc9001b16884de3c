'use client'

import { useState } from 'react'

/**
 * What a form inside the text shows of its node. What is typed is seen at once: ProseMirror renders the changed node a
 * moment later, and a field that waited for it would lose its cursor. A change from outside (undo) wins.
 */
export function useNodeWords<T>(node: object, words: T): [T, (next: T) => void] {
  const [shown, setShown] = useState(words)
  const [seen, setSeen] = useState(node)
  if (node === seen) return [shown, setShown]
  setSeen(node)
  setShown(words)
  return [words, setShown]
}

/** An attribute of a node as text; '' for anything else. */
export function word(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
