import { format } from 'node:util'
import { log } from '#server/log.ts'

// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[[0-9;]*m/g

function words(parts: unknown[]): string {
  return format(...parts).replace(COLOURS, '').trim()
}

/**
 * Turns what libraries print (Next's errors, Node's warnings) into structured lines that carry the request id. Ours
 * go through server/log.ts anyway.
 */
export function structureOutput(): void {
  console.error = (...parts: unknown[]) => log.error({ printed: words(parts) }, 'printed by a library')
  console.warn = (...parts: unknown[]) => log.warn({ printed: words(parts) }, 'printed by a library')
  process.removeAllListeners('warning')
  process.on('warning', (warning) => log.warn({ printed: `${warning.name}: ${warning.message}` }, 'printed by a library'))
}
