import { readFileSync } from 'node:fs'

/** A clock tick of Linux, in milliseconds (USER_HZ is 100 on every architecture that Node runs on). */
const TICK_MS = 10

/** The processor time that a process and those that it started have taken so far, in milliseconds. Linux only: from /proc. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter((child) => child !== '')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS + children.reduce((sum, child) => sum + processorTime(Number(child)), 0)
}
