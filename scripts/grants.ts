import pg from 'pg'
import { jobGrants } from './jobs-schema.ts'

const quoted = (name: string) => pg.escapeIdentifier(name)

/** What the app's role may do: read and write rows, but only add to the audit trail, only read its chain, and see nothing of the migrations. */
function grants(role: string): string {
  return `
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${role};
    REVOKE UPDATE, DELETE, TRUNCATE ON "AuditEvent" FROM ${role};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "AuditLink", "AuditHead" FROM ${role};
    REVOKE ALL ON "_prisma_migrations" FROM ${role};
    REVOKE TRUNCATE ON "PrintIssue", "PrintPage" FROM ${role};
    REVOKE DELETE, TRUNCATE ON "Schedule", "FrontSchedule", "FrontPage", "SportsDesk" FROM ${role};
    REVOKE UPDATE, DELETE, TRUNCATE ON "FrontArrangement" FROM ${role};
    ${jobGrants(role)}`
}

/** Gives `role` the rights of the app in the database of `owner` (a connection string). The role must exist. */
export async function grantToRole(owner: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: owner, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query(`BEGIN; ${grants(quoted(role))} COMMIT;`)
  } finally {
    await client.end()
  }
}

/** Grants to the role that `app` signs in as. False, and nothing done, when it is the owner itself. */
export async function grantToAppRole(owner: string, app: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: app, connectionTimeoutMillis: 10_000 })
  await client.connect()
  let role: string
  let owns: boolean
  try {
    const { rows } = await client.query<{ role: string; owns: boolean }>(
      `SELECT current_user AS role, pg_has_role(current_user, relowner, 'USAGE') AS owns
         FROM pg_class WHERE relname = 'AuditEvent' AND relnamespace = 'public'::regnamespace`,
    )
    role = rows[0]?.role ?? ''
    owns = rows[0]?.owns ?? true
  } finally {
    await client.end()
  }
  if (owns) return false
  await grantToRole(owner, role)
  return true
}
