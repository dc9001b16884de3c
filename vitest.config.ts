import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// `server-only` lets a file in under this condition alone.
const conditions = ['react-server', 'node']

export default defineConfig({
  test: {
    // Vitest would leave one core idle, which of two is half; more than four workers would want more connections than the PostgreSQL of a run has.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism() - 1)),
    reporters: process.env.FP_TEST_REPORT ? ['default', ['json', { outputFile: process.env.FP_TEST_REPORT }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['domain/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}', 'scripts/*/**/*.test.ts'],
          env: { LOG_LEVEL: 'silent' },
          // Nothing here keeps or changes anything outside of itself: a process for every file would cost more than its tests.
          isolate: false,
          // Only what hangs ends by it: a machine can stand still for some seconds.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { conditions },
        ssr: { resolve: { conditions, externalConditions: conditions } },
        test: {
          name: 'database',
          include: ['server/**/*.test.{ts,tsx}', 'app/**/*.test.{ts,tsx}', 'scripts/*.test.ts'],
          globalSetup: ['server/testing/database-setup.ts'],
          setupFiles: ['server/testing/database-worker.ts'],
          pool: 'forks',
          execArgv: ['--conditions=react-server'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
