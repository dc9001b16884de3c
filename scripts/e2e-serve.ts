import { serve } from './serve.ts'

// The served part of scripts/e2e-server.ts: a process of its own, so that a test can kill it as a power cut would.
const { close } = await serve({ port: Number(process.env.FP_E2E_PORT) })
const end = () => void close().finally(() => process.exit(0))
process.on('SIGTERM', end)
process.on('disconnect', end)
// Milliseconds that the clock of commands and jobs is ahead of the real one (server/clock.ts).
process.on('message', (ahead) => {
  process.env.FP_TEST_CLOCK = String(ahead)
})
process.send?.('ready')
