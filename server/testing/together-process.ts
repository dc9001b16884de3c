import { serveTogether } from './together.ts'

/**
 * The server's part of writing together as a process of its own, for tests that kill it and for measuring. Loads
 * everything, says `loaded`, listens on the port that the first message names, and says `ready` with the port; each further
 * message is answered with what it has used: bytes of memory, and microseconds of processor time since its start. Run with:
 * --conditions=react-server
 */
process.once('message', (port) => {
  void serveTogether(Number(port)).then(
    (serving) => {
      process.on('message', () => {
        const { user, system } = process.cpuUsage()
        process.send?.({ rss: process.memoryUsage().rss, cpu: user + system })
      })
      process.send?.({ ready: serving.port })
    },
    (error: unknown) => process.send?.({ failed: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('loaded')
