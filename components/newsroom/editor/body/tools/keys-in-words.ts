/** Keys as they stand on this person's keyboard: Mod-Shift-8 → "Ctrl+Shift+8" or "⌘⇧8". */
export function keysInWords(keys: string, isMac: boolean): string {
  const names: Record<string, string> = isMac ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' } : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' }
  const signs: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', Enter: 'Enter', Escape: 'Escape', Tab: 'Tab' }
  const parts = keys.split('-').map((part) => names[part] ?? signs[part] ?? part.toUpperCase())
  return parts.join(isMac ? '' : '+')
}
