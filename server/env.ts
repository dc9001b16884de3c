import { isIP } from 'node:net'
import { z } from 'zod'

const blankIsMissing = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i
// Digits and dots alone are meant as an address, and isIP knows those.
const isHost = (text: string) => isIP(text) !== 0 || (HOST_NAME.test(text) && !/^[\d.]+$/.test(text))
const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
const optionalText = z.preprocess(blankIsMissing, z.string().trim().optional())

const schema = z
  .object({
    DATABASE_URL: z
      .string({ error: 'DATABASE_URL is missing: give the address of a PostgreSQL 15+ database, postgresql://user:password@host:5432/name.' })
      .regex(/^postgres(ql)?:\/\/\S+$/, 'DATABASE_URL must begin with postgresql:// and hold no spaces.'),
    AUTH_SECRET: z
      .string({ error: 'AUTH_SECRET is missing: give at least 32 random characters, for example from: openssl rand -base64 48' })
      .min(32, 'AUTH_SECRET is too short: give at least 32 random characters.')
      .refine((value) => new Set(value).size >= 10, 'AUTH_SECRET is too simple: make it with: openssl rand -base64 48'),
    SITE_URL: z
      .url({ protocol: /^https?$/, error: 'SITE_URL must be the public address of the paper, such as https://paper.school.org' })
      .transform((value) => new URL(value).origin),
    MEDIA_DIR: z.string({ error: 'MEDIA_DIR is missing: name the folder that keeps uploaded pictures.' }).min(1, 'MEDIA_DIR is empty.'),
    GOOGLE_CLIENT_ID: optionalText,
    GOOGLE_CLIENT_SECRET: optionalText,
    ALLOWED_EMAIL_DOMAINS: optionalText.transform((value) =>
      (value ?? '').split(',').map((domain) => domain.trim().toLowerCase().replace(/^@/, '')).filter((domain) => domain !== ''),
    ),
    SMTP_URL: z.preprocess(
      blankIsMissing,
      z.string().regex(/^smtps?:\/\/\S+$/, 'SMTP_URL must look like smtp://user:password@mail.school.org:587').optional(),
    ),
    MAIL_FROM: z.preprocess(blankIsMissing, z.email('MAIL_FROM must be an e-mail address, such as paper@school.org').optional()),
    TRUST_PROXY: z.preprocess(blankIsMissing, z.enum(['0', '1'], 'TRUST_PROXY must be 0 or 1.').default('0')).transform((value) => value === '1'),
    LOG_LEVEL: z.preprocess(blankIsMissing, z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`).optional()),
    PORT: z.preprocess(blankIsMissing, z.string().trim().refine(isPort, 'PORT must be a number from 1 to 65535, such as 3000.').optional()),
    WEB_PROCESSES: z.preprocess(blankIsMissing, z.string().trim().regex(/^([1-9]|[1-5]\d|6[0-4])$/, 'WEB_PROCESSES must be a number from 1 to 64.').default('1')).transform(Number),
    EDGE_PURGE_URL: z.preprocess(blankIsMissing, z.url({ protocol: /^https?$/, error: 'EDGE_PURGE_URL must be an address, such as http://127.0.0.1:6081/' }).optional()),
    EDGE_PURGE_METHOD: z.preprocess(blankIsMissing, z.enum(['POST', 'PURGE', 'BAN', 'DELETE'], 'EDGE_PURGE_METHOD must be POST, PURGE, BAN or DELETE.').default('POST')),
    EDGE_PURGE_TOKEN: optionalText,
    HOST: z.preprocess(blankIsMissing, z.string().trim().refine(isHost, 'HOST must be a host name or an address of this machine, such as localhost or 0.0.0.0, without a port.').optional()),
    JOBS_SECRET: z.string({ error: 'JOBS_SECRET is missing; npm start makes one.' }).min(32, 'JOBS_SECRET is too short: give at least 32 random characters.'),
  })
  .superRefine((env, context) => {
    const both = (a: string | undefined, b: string | undefined, names: string) => {
      if ((a === undefined) !== (b === undefined)) context.addIssue({ code: 'custom', message: `${names}: give both or neither.` })
    }
    both(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET, 'GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET')
    both(env.SMTP_URL, env.MAIL_FROM, 'SMTP_URL and MAIL_FROM')
  })

export type Env = z.infer<typeof schema>

/** Reads settings out of `source`: all of them, or every problem at once in plain words. */
export function readEnv(source: Record<string, string | undefined>): { ok: true; env: Env } | { ok: false; problems: string[] } {
  const parsed = schema.safeParse(source)
  return parsed.success ? { ok: true, env: parsed.data } : { ok: false, problems: parsed.error.issues.map((issue) => issue.message) }
}

let known: Env | undefined

/** The settings of this process; checked at start, so throwing here means that the start was skipped. */
export function env(): Env {
  if (known !== undefined) return known
  const read = readEnv(process.env)
  if (!read.ok) throw new Error(`Settings are missing or weak:\n${read.problems.map((problem) => `- ${problem}`).join('\n')}`)
  return (known = read.env)
}
