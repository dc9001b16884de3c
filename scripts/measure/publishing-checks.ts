import type pg from 'pg'

/** What must hold in the database whenever anything was killed; each query answers the stories for which it does not. */
const RULES: Record<string, string> = {
  'half-published: state and live pointer disagree': `
    SELECT "id" FROM "Story" WHERE ("state" = 'LIVE' AND "liveRevisionId" IS DISTINCT FROM "workingRevisionId") OR ("state" = 'WITHDRAWN' AND ("liveRevisionId" IS NOT NULL OR "withdrawnAt" IS NULL))
      OR ("liveRevisionId" IS NOT NULL AND ("firstPublishedAt" IS NULL OR "lastPublishedAt" IS NULL))`,
  'half-published: live without one current address, or an address without a publication': `
    SELECT s."id" FROM "Story" s WHERE (s."liveRevisionId" IS NOT NULL AND (SELECT count(*) FROM "Address" a WHERE a."storyId" = s."id" AND a."current") <> 1)
      OR (s."firstPublishedAt" IS NULL AND EXISTS (SELECT 1 FROM "Address" a WHERE a."storyId" = s."id"))`,
  'half-published: what is live was not approved': `
    SELECT s."id" FROM "Story" s WHERE s."liveRevisionId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Review" r WHERE r."revisionId" = s."liveRevisionId" AND r."decision" = 'APPROVE')`,
  'half-published: a plan was carried out without its event, or the event is there without it': `
    SELECT p."storyId" AS "id" FROM "Schedule" p WHERE (p."doneAt" IS NOT NULL) <> EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."storyId" = p."storyId" AND e."data"->>'schedule' = p."id"::text AND e."kind" = CASE p."kind" WHEN 'PUBLISH' THEN 'story.publish' ELSE 'story.withdraw' END)`,
  'half-published: a plan to publish stands for what is not approved any more': `
    SELECT p."storyId" AS "id" FROM "Schedule" p JOIN "Story" s ON s."id" = p."storyId" WHERE p."kind" = 'PUBLISH' AND p."doneAt" IS NULL AND p."cancelledAt" IS NULL AND (s."state" <> 'APPROVED' OR s."workingRevisionId" <> p."revisionId")`,
  'half-published: a plan stands without its job': `
    SELECT p."storyId" AS "id" FROM "Schedule" p WHERE p."doneAt" IS NULL AND p."cancelledAt" IS NULL AND p."failedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM pgboss.job j WHERE j."name" = 'story.due' AND j.singleton_key = p."id"::text AND j.state <= 'active')`,
  'published twice: more than one event for a revision': `
    SELECT min("storyId"::text) AS "id" FROM "AuditEvent" WHERE "kind" = 'story.publish' GROUP BY "revisionId" HAVING count(*) > 1`,
  'audit: the last publication or withdrawal on record is not what readers see': `
    SELECT s."id" FROM "Story" s LEFT JOIN LATERAL (SELECT "kind", "revisionId" FROM "AuditEvent" e WHERE e."storyId" = s."id" AND e."kind" IN ('story.publish', 'story.withdraw') ORDER BY e."id" DESC LIMIT 1) last ON true
      WHERE s."liveRevisionId" IS DISTINCT FROM CASE last."kind" WHEN 'story.publish' THEN last."revisionId" END`,
  'audit: a change of state has no event': `
    SELECT "storyId" AS "id" FROM (SELECT e."storyId", e."data"->>'from' AS "from", lag(e."data"->>'to', 1, 'DRAFT') OVER (PARTITION BY e."storyId" ORDER BY e."id") AS before
      FROM "AuditEvent" e WHERE e."data" ? 'from' AND e."data" ? 'to') chain WHERE "from" <> before
    UNION SELECT s."id" FROM "Story" s WHERE s."state"::text <> coalesce((SELECT e."data"->>'to' FROM "AuditEvent" e WHERE e."storyId" = s."id" AND e."data" ? 'to' ORDER BY e."id" DESC LIMIT 1), 'DRAFT')`,
  'audit: a plan has no event': `
    SELECT p."storyId" AS "id" FROM "Schedule" p WHERE NOT EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."subjectId" = p."id"::text AND e."kind" IN ('story.schedule', 'story.scheduleUnpublish'))
      OR (p."cancelledAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."subjectId" = p."id"::text AND e."kind" IN ('story.unschedule', 'story.cancelUnpublish')))
      OR (p."failedAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."subjectId" = p."id"::text AND e."kind" = 'story.scheduleFailed'))`,
}

/** What is wrong in the database, in words; empty: nothing. */
export async function brokenRules(client: pg.Client): Promise<string[]> {
  const broken: string[] = []
  // One moment for all of them: the paper goes on meanwhile.
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  for (const [rule, sql] of Object.entries(RULES)) {
    const { rows } = await client.query<{ id: string }>(sql)
    if (rows.length > 0) broken.push(`${rule} (${rows.length}: ${rows.slice(0, 3).map(({ id }) => id).join(', ')})`)
  }
  await client.query('COMMIT')
  return broken
}

/** How much of what went on there was. */
export async function tally(client: pg.Client): Promise<Record<string, number>> {
  const { rows: [counted] } = await client.query<Record<string, number>>(`
    SELECT (SELECT count(*)::int FROM "Story") AS "stories",
      (SELECT count(*)::int FROM "AuditEvent" WHERE "kind" IN ('story.submit', 'story.sendOn', 'story.sendBack', 'story.approve')) AS "decisions",
      (SELECT count(*)::int FROM "AuditEvent" WHERE "kind" = 'story.publish' AND "actorId" IS NOT NULL) AS "published by hand",
      (SELECT count(*)::int FROM "AuditEvent" WHERE "kind" = 'story.publish' AND "actorId" IS NULL) AS "published at their minute",
      (SELECT count(*)::int FROM "AuditEvent" WHERE "kind" = 'story.withdraw' AND "actorId" IS NULL) AS "unpublished at their minute",
      (SELECT count(*)::int FROM "Schedule" WHERE "cancelledAt" IS NOT NULL) AS "plans cancelled by an edit or by hand",
      (SELECT count(*)::int FROM "Schedule" WHERE "failedAt" IS NOT NULL) AS "plans that failed",
      (SELECT count(*)::int FROM pgboss.job WHERE retry_count > 0) AS "jobs that ran more than once",
      (SELECT count(*)::int FROM "AuditEvent") AS "audit events"`)
  return counted ?? {}
}
