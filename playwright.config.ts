import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/test/browser.ts'

const executablePath = findChromium()
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Each worker has a paper of its own (e2e/fixtures/paper.ts), with the journeys of one file after the other in it.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  // These only end what hangs: a machine that stands still for ten seconds is no fault of the paper.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    // A failure leaves its page as text and as a picture. Following every step costs a quarter of the time: FP_E2E_TRACE=1.
    trace: process.env.FP_E2E_TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    // An action that finds nothing to act on says so, instead of using up the whole test.
    actionTimeout: 60_000,
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    },
  },
  // The longest first, so that no worker ends with them while the other has nothing left to do.
  projects: [
    { name: 'leaks', testMatch: 'leaks.spec.ts' },
    { name: 'journeys', testIgnore: 'leaks.spec.ts' },
  ],
})
