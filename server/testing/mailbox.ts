import { once } from 'node:events'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A step of a mail on its way into the mailbox. `text`: all of its text is here, and is not yet acknowledged. */
export type Step = 'connect' | 'to' | 'data' | 'text'
export type Received = { to: string; messageId: string; text: string }
type Session = { envelope: { rcptTo: { address: string }[] } }

/**
 * A mail server that keeps what it acknowledged. `at` is awaited at each step of each mail before the server goes on: what it throws is
 * answered as a refusal with its `responseCode`.
 */
export class Mailbox {
  readonly received: Received[] = []
  /** How often the whole text of a mail came, acknowledged or not. */
  texts = 0
  at: (step: Step) => Promise<void> = async () => undefined
  readonly #server: SMTPServer

  constructor() {
    const go = (step: Step, done: (error?: Error | null) => void) => void this.at(step).then(() => done(), (error: Error) => done(error))
    const options: SMTPServerOptions = {
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onConnect: (_, done) => go('connect', done),
      onRcptTo: (_, _session, done) => go('to', done),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          this.texts += 1
          void this.at('text').then(
            () => {
              this.received.push(read(Buffer.concat(chunks).toString('utf8'), session as Session))
              done()
            },
            (error: Error) => done(error),
          )
        })
      },
    }
    this.#server = new SMTPServer(options)
    // A worker that is killed resets its connection.
    this.#server.on('error', () => undefined)
  }

  /** Listens, and makes this the paper's mail server. Before anything reads the settings. */
  async open(): Promise<void> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server.server, 'listening')
    const address = this.#server.server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`
    process.env.MAIL_FROM = 'paper@school.test'
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve))
  }

  clear(): void {
    this.received.length = 0
    this.texts = 0
    this.at = async () => undefined
  }
}

function read(raw: string, { envelope }: Session): Received {
  const text = raw.replaceAll('=\r\n', '').replaceAll(/(=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))
  return { to: envelope.rcptTo[0]?.address ?? '', messageId: /^Message-ID: (.+)$/m.exec(text)?.[1]?.trim() ?? '', text }
}
