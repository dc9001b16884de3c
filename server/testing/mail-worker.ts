import { runMails } from '../jobs/schedule.ts'

/**
 * The worker of mails as a process of its own, for tests that kill it. Loads everything, says `loaded`, does what is due when it gets a message,
 * and says `done`. Run with: --conditions=react-server
 */
process.once('message', () => {
  void runMails().then(
    () => process.send?.('done'),
    (error: unknown) => process.send?.({ failed: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('loaded')
