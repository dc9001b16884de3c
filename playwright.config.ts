import { defineConfig } from '@playwright/test'
import { freePort } from './scripts/postgres.ts'
import { findChromium } from './scripts/test/browser.ts'

// Every worker reads this file too: the first chooses the port, and the others inherit it.
process.env.FP_E2E_PORT ??= String(await freePort())
process.env.FP_E2E_CONTROL_PORT ??= String(await freePort())
const baseURL = `http://localhost:${process.env.FP_E2E_PORT}`
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE
const executablePath = findChromium()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One after the other: the journeys share one paper, and a reader's second must be measured on a quiet machine.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    baseURL,
    trace: 'retain-on-failure',
    // An action that finds nothing to act on says so, instead of using up the whole test.
    actionTimeout: 30_000,
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'journeys' }],
  webServer: {
    command: 'node scripts/e2e-server.ts',
    url: `${baseURL}/api/health`,
    timeout: 180_000,
    stdout: process.env.FP_E2E_LOG === undefined ? 'ignore' : 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
