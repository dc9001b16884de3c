import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries, PostgresProblem, reachable, type Binaries } from './postgres-binaries.ts'

export { PostgresProblem } from './postgres-binaries.ts'

/** A running PostgreSQL of our own. `url` gives the superuser's address of one of its databases. */
export type Postgres = { port: number; pid: number; url: (database: string) => string; stop: () => Promise<void>; exited: Promise<void> }

export type PostgresOptions = {
  dataDir: string
  logFile: string
  password: string
  /** Tried first, so that the address stays the same over restarts. */
  port?: number | undefined
  /** False only for tests: nothing then survives a power cut. */
  durable?: boolean
}

const SUPERUSER = 'postgres'
const LOG_LIMIT = 10_000_000

/** A port of 127.0.0.1 that is free: `wanted` if it is, else any. */
export async function freePort(wanted = 0): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(undefined))
      probe.listen(port, '127.0.0.1', () => {
        const address = probe.address()
        probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined))
      })
    })
  return (await attempt(wanted)) ?? (await attempt(0)) ?? Promise.reject(new PostgresProblem('No port of 127.0.0.1 is free.'))
}

/**
 * Where the data really lies: `dataDir`, unless PostgreSQL's user cannot get there (root's own folders); then under
 * /var/lib/fourth-period, with `dataDir` a link to it.
 */
function dataHome(dataDir: string, { runAs }: Binaries): string {
  if (existsSync(dataDir)) return realpathSync(dataDir)
  mkdirSync(path.dirname(dataDir), { recursive: true })
  if (reachable(dataDir, runAs)) return dataDir
  const link = lstatSync(dataDir, { throwIfNoEntry: false })
  const home = link?.isSymbolicLink() === true ? readlinkSync(dataDir) : `/var/lib/fourth-period/data-${randomBytes(6).toString('hex')}`
  mkdirSync(path.dirname(home), { recursive: true, mode: 0o755 })
  if (link === undefined) symlinkSync(home, dataDir)
  return home
}

/** Makes a new data folder beside its place and moves it there when whole, so that an interrupted one is never used. */
function initialise(home: string, binaries: Binaries, options: PostgresOptions): void {
  const fresh = `${home}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true, mode: 0o700 })
  const { uid, gid } = binaries.runAs
  if (uid !== undefined && gid !== undefined) chownSync(fresh, uid, gid)
  const passwordFile = `${home}.password`
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 })
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid)
  const made = spawnSync(
    binaries.initdb,
    ['-D', fresh, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8', '--data-checksums', ...(options.durable === false ? ['--no-sync'] : [])],
    { ...binaries.runAs, cwd: fresh, encoding: 'utf8' },
  )
  rmSync(passwordFile)
  if (made.status !== 0) throw new PostgresProblem(`PostgreSQL could not make its data folder ${fresh}: ${made.error?.message ?? made.stderr.trim()}`)
  renameSync(fresh, home)
}

/** Whether the process that a postmaster.pid names is alive and a PostgreSQL on this data. */
function orphan(home: string): number | undefined {
  const file = path.join(home, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  try {
    process.kill(pid, 0)
  } catch {
    return undefined // Dead: PostgreSQL itself clears the stale file away.
  }
  const commandLine = `/proc/${pid}/cmdline`
  if (existsSync('/proc/self/cmdline') && !(existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('postgres'))) {
    rmSync(file) // Somebody else's process got the number; PostgreSQL would refuse to start because of it.
    return undefined
  }
  return pid
}

/** Stops a PostgreSQL that a killed start left behind on this data. */
function stopOrphan(home: string, binaries: Binaries): void {
  const pid = orphan(home)
  if (pid === undefined) return
  for (const mode of ['fast', 'immediate']) {
    const stopped = spawnSync(binaries.pgCtl, ['stop', '-D', home, '-m', mode, '-w', '-t', '20'], { ...binaries.runAs, cwd: '/', stdio: 'ignore' })
    if (stopped.status === 0 || orphan(home) === undefined) return
  }
  throw new PostgresProblem(`A PostgreSQL that an earlier start left behind (process ${pid}) still holds ${home} and does not stop. End it, then start again.`)
}

function launch(home: string, port: number, binaries: Binaries, options: PostgresOptions): ChildProcess {
  if (existsSync(options.logFile) && statSync(options.logFile).size > LOG_LIMIT) truncateSync(options.logFile)
  const log = openSync(options.logFile, 'a', 0o600)
  const durable = options.durable === false ? 'off' : 'on'
  const settings = {
    listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', max_connections: '60', password_encryption: 'scram-sha-256',
    fsync: durable, synchronous_commit: durable, full_page_writes: durable,
    // A statement in the log would carry story text.
    log_min_error_statement: 'panic', log_parameter_max_length_on_error: '0',
  }
  const child = spawn(binaries.postgres, ['-D', home, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
    ...binaries.runAs, cwd: home, stdio: ['ignore', log, log], env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', TZ: 'UTC', LC_ALL: 'C' },
    detached: true, // Ctrl-C is for us: we stop the server first, then PostgreSQL.
  })
  closeSync(log)
  return child
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new PostgresProblem('The password in .data/secrets.json does not open the data in .data/postgres: the two do not belong together.')
    }
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const lastLines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n')

/** Starts our own PostgreSQL on `dataDir`, which it makes if there is none and never makes anew. Throws PostgresProblem. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const binaries = findBinaries()
  const home = dataHome(options.dataDir, binaries)
  if (existsSync(home)) {
    const major = existsSync(path.join(home, 'PG_VERSION')) ? readFileSync(path.join(home, 'PG_VERSION'), 'utf8').trim() : 'unknown'
    if (major !== binaries.major) {
      throw new PostgresProblem(`${home} was made by PostgreSQL ${major}, and this is ${binaries.major}: it stays untouched. Use the version of Fourth Period that made it, and move the data as docs/operations.md says.`)
    }
    stopOrphan(home, binaries)
  } else initialise(home, binaries, options)

  for (let attempt = 0; ; attempt += 1) {
    const port = await freePort(attempt === 0 ? options.port : 0)
    const url = (database: string) => `postgresql://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`
    const child = launch(home, port, binaries, options)
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
    let gone = false
    void exited.then(() => (gone = true))
    const stop = async () => {
      if (gone) return
      child.kill('SIGINT') // PostgreSQL's "fast" stop: roll back, write everything, end.
      await Promise.race([exited, pause(30_000, undefined, { ref: false }).then(() => child.kill('SIGQUIT'))])
      await exited
    }
    try {
      for (const until = Date.now() + 60_000; !gone && Date.now() < until; await pause(40)) {
        if (await answers(url('postgres'))) return { port, pid: child.pid ?? 0, url, stop, exited }
      }
    } catch (error) {
      await stop()
      throw error
    }
    const tail = lastLines(options.logFile)
    await stop()
    if (attempt < 2 && /Address already in use/.test(tail)) continue
    throw new PostgresProblem(`PostgreSQL did not start. The end of ${options.logFile}:\n${tail}`)
  }
}

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivate(file: string, text: string): void {
  const half = `${file}.${process.pid}`
  writeFileSync(half, text, { mode: 0o600, flush: true })
  chmodSync(half, 0o600)
  renameSync(half, file)
}

/** Stops a PostgreSQL that a killed start left running on `dataDir`, if there is one. */
export function orphanStopped(dataDir: string): void {
  if (existsSync(dataDir)) stopOrphan(realpathSync(dataDir), findBinaries())
}
