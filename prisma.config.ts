import { defineConfig } from 'prisma/config'

// `prisma generate` does not use the schema engine, but looks for it and tries to download it. Where
// downloads are closed, any executable satisfies the look-up (docs/decisions/0003-migrations.md).
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/unset' },
})
