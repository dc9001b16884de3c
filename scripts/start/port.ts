import { connect, createServer } from 'node:net'
import { StartProblem } from './steps.ts'

const command = (dev: boolean) => (dev ? 'npm run dev' : 'npm start')

/** The refusal of a taken port, with what to type instead; `dev` when `npm run dev` was typed. */
export const portTaken = (port: number, dev: boolean) =>
  new StartProblem(`Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port < 65_535 ? port + 1 : 3000} ${command(dev)}`)

/** The port that PORT asks for; 3000 without it, and where PORT is no port: the check of the settings refuses that. */
export function wantedPort(text: string | undefined): number {
  const port = Number(text?.trim() || '3000')
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : 3000
}

/** Throws StartProblem when the port cannot be had, so that nobody waits for a build in vain. */
export async function checkPort(port: number, host: string, dev: boolean): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(portTaken(port, dev))
      else if (error.code === 'EACCES') reject(new StartProblem(`Port ${port} needs rights that you do not have here. Choose one above 1023: PORT=3000 ${command(dev)}`))
      else reject(new StartProblem(`Nothing can listen on ${host}:${port}: ${error.message}`))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
  // "localhost" is also ::1, where somebody else may sit.
  const other = await new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '::1', timeout: 500 })
    const end = (taken: boolean) => {
      socket.destroy()
      resolve(taken)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false))
  })
  if (other) throw portTaken(port, dev)
}
