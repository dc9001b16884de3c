import { connect, createServer } from 'node:net'
import { StartProblem } from './steps.ts'

export const portTaken = (port: number) =>
  new StartProblem(`Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`)

/** The port that PORT asks for (3000 without it). */
export function wantedPort(text: string | undefined): number {
  const port = Number(text || '3000')
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new StartProblem(`PORT must be a number from 1 to 65535, not "${text}".`)
  return port
}

/** Throws StartProblem when the port cannot be had, so that nobody waits for a build in vain. */
export async function checkPort(port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(portTaken(port))
      else if (error.code === 'EACCES') reject(new StartProblem(`Port ${port} needs rights that you do not have here. Choose one above 1023: PORT=3000 npm start`))
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
  if (other) throw portTaken(port)
}
