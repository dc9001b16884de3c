import { defineConfig } from 'vitest/config'

// `server-only` lets a file in under this condition alone.
const conditions = ['react-server', 'node']

export default defineConfig({
  test: {
    reporters: process.env.FP_TEST_REPORT ? ['default', ['json', { outputFile: process.env.FP_TEST_REPORT }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['domain/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}', 'scripts/*/**/*.test.ts'],
          env: { LOG_LEVEL: 'silent' },
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
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
