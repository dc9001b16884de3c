import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** Runs `work` once, just before the head of the answer leaves: the last word on its headers. */
export function beforeHead(response: ServerResponse, work: () => void): void {
  const { writeHead } = response
  response.writeHead = (...args: unknown[]) => {
    response.writeHead = writeHead
    takeHead(response, args)
    work()
    return response.writeHead(response.statusCode)
  }
}

/** Puts what is given to `writeHead` where `setHeader` would have put it. */
function takeHead(response: ServerResponse, [status, message, more]: unknown[]): void {
  if (typeof status === 'number') response.statusCode = status
  const headers = typeof message === 'object' ? message : more
  if (Array.isArray(headers)) for (let at = 0; at + 1 < headers.length; at += 2) response.appendHeader(String(headers[at]), String(headers[at + 1]))
  else if (isHeaders(headers)) for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value)
}

const isHeaders = (value: unknown): value is OutgoingHttpHeaders => typeof value === 'object' && value !== null

const held = new WeakMap<ServerResponse, () => void>()

/**
 * Holds back all that is written to `response`, head included, until it is ended; then answers the body. Status and
 * headers stand on the response; it is sent by `endHeld` alone, whatever else still writes to it.
 */
export function captured(response: ServerResponse): Promise<Buffer> {
  const { write, end, writeHead, flushHeaders } = response
  const chunks: Buffer[] = []
  held.set(response, () => Object.assign(response, { write, end, writeHead, flushHeaders }))
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const callbackIn = (args: unknown[]) => args.find((argument): argument is () => void => typeof argument === 'function')
  return new Promise((resolve) => {
    response.writeHead = (...args: unknown[]) => {
      takeHead(response, args)
      return response
    }
    response.flushHeaders = () => undefined
    response.write = (chunk: unknown, ...args: unknown[]) => {
      keep(chunk, args[0])
      const callback = callbackIn(args)
      if (callback !== undefined) queueMicrotask(callback)
      return true
    }
    response.end = (...args: unknown[]) => {
      keep(args[0], args[1])
      const callback = callbackIn(args)
      if (callback !== undefined) response.once('finish', callback)
      response.write = () => true
      response.end = () => response
      resolve(Buffer.concat(chunks))
      return response
    }
  })
}

/** Sends what was held back, as changed meanwhile, with this body; a response that was not held is simply ended. */
export function endHeld(response: ServerResponse, body?: Buffer): void {
  held.get(response)?.()
  held.delete(response)
  response.end(body)
}
