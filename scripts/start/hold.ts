import { execFileSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartProblem } from './steps.ts'

type Holder = { pid: number; started: string; address: string }

/** When a process began, as the system tells it: together with the number it names one process for good. */
function startOf(pid: number): string | undefined {
  try {
    if (existsSync('/proc/self/stat')) return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const alive = (holder: Holder | undefined): holder is Holder => holder !== undefined && startOf(holder.pid) === holder.started

/** Who runs on the data in `folder` right now, if anybody. */
export function holderOf(folder: string): { pid: number; address: string } | undefined {
  const holder = read(path.join(folder, 'running.json'))
  return alive(holder) ? holder : undefined
}

/**
 * Claims the data in `folder` for this process until `release`. A claim that a killed process left behind counts for
 * nothing. Throws StartProblem, naming the holder, while another lives.
 */
export function hold(folder: string, address: string): { release: () => void } {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'running.json')
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '', address } satisfies Holder))
  try {
    for (;;) {
      try {
        linkSync(mine, file) // Fails when the file is there: only one of two can win.
        return { release: () => rmSync(file, { force: true }) }
      } catch (error) {
        if (!existsSync(file)) throw error
      }
      const other = read(file)
      if (alive(other)) {
        throw new StartProblem(`Fourth Period is already running on the data in ${folder}: process ${other.pid}, at ${other.address}. Stop that one first (Ctrl-C in its window, or: kill ${other.pid}).`)
      }
      takeAway(file, other)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Takes a dead claim away, unless somebody else has just replaced it by a living one. */
function takeAway(file: string, dead: Holder | undefined): void {
  const aside = `${file}.${process.pid}.old`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const taken = read(aside)
  if (taken?.pid !== dead?.pid || taken?.started !== dead?.started) {
    try {
      linkSync(aside, file)
    } catch {
      // A third has it by now.
    }
  }
  rmSync(aside)
}
