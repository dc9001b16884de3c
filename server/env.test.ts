import { describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'

const GOOD = {
  DATABASE_URL: 'postgresql://app:secret@db.school.org:5432/paper',
  AUTH_SECRET: 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0iL',
  SITE_URL: 'https://paper.school.org/',
  MEDIA_DIR: '/srv/media',
  JOBS_SECRET: 'kJ8hG7fD6sA5qW4eR3tY2uI1oP0zXcVb',
}
const problems = (change: Record<string, string | undefined>) => {
  const read = readEnv({ ...GOOD, ...change })
  return read.ok ? [] : read.problems
}

describe('settings', () => {
  it('are taken with their defaults', () => {
    const read = readEnv(GOOD)
    expect(read).toMatchObject({ ok: true, env: { SITE_URL: 'https://paper.school.org', TRUST_PROXY: false, ALLOWED_EMAIL_DOMAINS: [] } })
    expect(read.ok && read.env.SMTP_URL).toBeUndefined()
  })

  it('are refused all at once, in plain words that never repeat a secret', () => {
    const read = readEnv({ AUTH_SECRET: 'hunter2', SITE_URL: 'paper.school.org', SMTP_URL: 'mail.school.org', TRUST_PROXY: 'yes', LOG_LEVEL: 'loud', PORT: 'http', HOST: 'http://localhost' })
    const all = read.ok ? [] : read.problems
    for (const name of ['DATABASE_URL', 'AUTH_SECRET', 'SITE_URL', 'MEDIA_DIR', 'SMTP_URL', 'TRUST_PROXY', 'JOBS_SECRET', 'LOG_LEVEL', 'PORT', 'HOST']) expect(all.join('\n')).toContain(name)
    expect(all.join('\n')).not.toContain('hunter2')
  })

  it.each([
    [{ DATABASE_URL: undefined }, /DATABASE_URL is missing/],
    [{ DATABASE_URL: 'mysql://x' }, /must begin with postgresql/],
    [{ AUTH_SECRET: undefined }, /AUTH_SECRET is missing/],
    [{ AUTH_SECRET: 'a'.repeat(40) }, /too simple/],
    [{ AUTH_SECRET: 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0i' }, /too short/],
    [{ SITE_URL: 'ftp://paper.school.org' }, /public address/],
    [{ JOBS_SECRET: 'short' }, /JOBS_SECRET/],
    [{ GOOGLE_CLIENT_ID: 'id' }, /GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET: give both/],
    [{ SMTP_URL: 'smtp://mail.school.org' }, /SMTP_URL and MAIL_FROM: give both/],
    [{ SMTP_URL: 'smtp://mail.school.org', MAIL_FROM: 'nobody' }, /MAIL_FROM/],
    [{ TRUST_PROXY: '2' }, /TRUST_PROXY/],
    [{ LOG_LEVEL: 'INFO' }, /LOG_LEVEL must be one of trace, .*silent\./],
    [{ PORT: '0' }, /PORT must be a number from 1 to 65535/],
    [{ PORT: '65536' }, /PORT/],
    [{ PORT: '3000.5' }, /PORT/],
    [{ PORT: '0x50' }, /PORT/],
    [{ HOST: '0.0.0.0:80' }, /HOST must be a host name or an address/],
    [{ HOST: '300.1.1.1' }, /HOST/],
    [{ HOST: '-paper' }, /HOST/],
  ])('refuses %j', (change, message) => {
    expect(problems(change).join('\n')).toMatch(message)
  })

  it.each([{ LOG_LEVEL: 'silent' }, { PORT: '1' }, { PORT: '65535' }, { HOST: 'localhost' }, { HOST: 'paper.school.org' }, { HOST: '0.0.0.0' }, { HOST: '::1' }])('takes %j', (change) => {
    expect(problems(change)).toEqual([])
  })

  it('takes blank optional ones as missing, and domains in any form', () => {
    expect(problems({ SMTP_URL: ' ', MAIL_FROM: '', GOOGLE_CLIENT_ID: '', TRUST_PROXY: '', LOG_LEVEL: ' ', PORT: '', HOST: '' })).toEqual([])
    const read = readEnv({ ...GOOD, ALLOWED_EMAIL_DOMAINS: ' School.org, @district.example ,', TRUST_PROXY: '1' })
    expect(read).toMatchObject({ ok: true, env: { ALLOWED_EMAIL_DOMAINS: ['school.org', 'district.example'], TRUST_PROXY: true } })
  })
})
