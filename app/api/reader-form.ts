import type { z } from 'zod'
import { storable } from '#domain/storable.ts'
import type { Problem } from '#domain/result.ts'
import { wordsOf } from '#domain/words/words.ts'
import { addressIn } from '#server/auth/client-address.ts'
import { isFromOurPages } from '#server/auth/origin.ts'
import { keepDraft } from '#server/reader-forms/drafts.ts'
import { todaysKey } from '#server/reader-forms/limits.ts'
import { paperInThisEpoch } from '#server/settings/read-paper.ts'
import { readForm } from './read-form.ts'

/** Says in the paper's language why a form cannot be read; in English while the database is away, since a refusal must not fail. */
export async function refusedForm(status: 400 | 403 | 413 | 415): Promise<Response> {
  const language = await paperInThisEpoch().then((paper) => paper.language, () => 'en' as const)
  return new Response(`${wordsOf(language).forms.refused[status]}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}

/** On to a page by a new request, so that reloading that page sends nothing twice. */
export function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}

/** What is wrong with a form, by the names of its fields, once each: its page has the words. */
export function fieldProblems(error: z.ZodError): Problem[] {
  return [...new Set(error.issues.map(({ path }) => `${String(path[0] ?? '')}`))].map((field) => ({ field, message: field }))
}

/**
 * What a reader sent by a form of ours. `of`: a field, as it can be stored. `trapped`: a program filled in the field that people do not see.
 * `back`: to the page of the form, with every word and what is wrong; `owner` there and for limits is of this day alone.
 */
export type SentForm = { of: (name: string) => string; trapped: boolean; client: string; back: (page: string, names: readonly string[], problems: Problem[]) => Response }

/** Reads a form without a sign-in, a cookie or a script, of at most `limit` bytes; what is none of ours is answered at once. */
export async function sentForm(request: Request, limit: number): Promise<SentForm | Response> {
  if (!isFromOurPages(request.headers)) return refusedForm(403)
  const form = await readForm(request, limit)
  if (typeof form === 'number') return refusedForm(form)
  const client = addressIn(request.headers)
  const of = (name: string) => storable(form.get(name) ?? '')
  return {
    of, client,
    trapped: of('website') !== '',
    back: (page, names, problems) => {
      const now = new Date()
      const token = keepDraft(todaysKey(client, now), { values: Object.fromEntries(names.map((name) => [name, of(name)])), problems }, now)
      return goTo(`${page}${page.includes('?') ? '&' : '?'}draft=${token}`)
    },
  }
}
