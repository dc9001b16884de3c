import pg from 'pg'
import { log } from '#server/log.ts'
import { inItsLanguage, withoutScripts } from './reader-document.ts'

const BUILT_IN = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Something went wrong</title>
<style>:root{color-scheme:light dark}body{font:1.1rem/1.6 Georgia,serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem}</style></head>
<body><main><h1>This page cannot be shown right now</h1><p>Something went wrong on our side. Please try again in a minute.</p><p><a href="/">To the front page</a></p></main></body></html>`

/** The paper's own error page, kept in memory so that it can be shown when nothing else can. */
export class ProblemPage {
  html = BUILT_IN

  /** Fetches it anew from the running app at `origin`, by its inner way in; when that fails the one in memory stays. */
  async refresh(origin: string, secret: string): Promise<void> {
    try {
      const answer = await fetch(`${origin}/problem`, { headers: { authorization: `Bearer ${secret}` }, signal: AbortSignal.timeout(10_000), redirect: 'error' })
      const html = await answer.text()
      if (answer.ok && /<\/html>/i.test(html) && !/<meta name="fp:status"/.test(html)) this.html = inItsLanguage(withoutScripts(html))
    } catch (error) {
      log.debug({ reason: error instanceof Error ? error.name : 'unknown' }, 'problem page: could not be fetched')
    }
  }
}

/** Tells whether the database answers; asked at most every two seconds, however many readers wait. */
export function databaseCheck(connectionString: string): () => Promise<boolean> {
  let asked = 0
  let answer: Promise<boolean> = Promise.resolve(true)
  const ask = async () => {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1_000, query_timeout: 1_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('SELECT 1')
      return true
    } catch {
      return false
    } finally {
      void client.end().catch(() => undefined)
    }
  }
  return () => {
    const now = Date.now()
    if (now - asked > 2_000) {
      asked = now
      answer = ask()
    }
    return answer
  }
}
