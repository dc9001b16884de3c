import { AsyncLocalStorage } from 'node:async_hooks'
import pino from 'pino'

// One store for the whole process: our server and Next's bundle each load this file.
const KEY = Symbol.for('fourth-period.request')
type Holder = { [KEY]?: AsyncLocalStorage<{ requestId: string }> }
const holder = globalThis as Holder

/** Carries the request id from our server into every line logged below it. */
export const requestContext = (holder[KEY] ??= new AsyncLocalStorage<{ requestId: string }>())

/**
 * What a line may say of an error. The database client repeats the values of a call that it finds ill-formed, draft text
 * among them: of such an error only its kind is said.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return error.name === 'PrismaClientValidationError' ? error.name : error.message
}

/**
 * Structured lines on stdout. Never log secrets, tokens, addresses of readers or draft text; the paths below are
 * removed even if somebody does.
 */
export const log = pino({
  level: process.env.LOG_LEVEL?.trim() || 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => requestContext.getStore() ?? {},
  redact: {
    paths: ['password', 'token', 'secret', 'cookie', 'authorization', 'email', '*.password', '*.token', '*.secret', '*.cookie', '*.authorization', '*.email'],
    remove: true,
  },
})
