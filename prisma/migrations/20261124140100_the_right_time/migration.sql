-- Publishing and unpublishing at a planned minute, and embargoes.

CREATE TYPE "ScheduleKind" AS ENUM ('PUBLISH', 'UNPUBLISH');

ALTER TABLE "Story" ADD COLUMN "embargoUntil" TIMESTAMPTZ(3);

CREATE TABLE "Schedule" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "kind" "ScheduleKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "plannedAt" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelledAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Schedule_storyId_createdAt_idx" ON "Schedule"("storyId", "createdAt");
CREATE INDEX "Schedule_revisionId_idx" ON "Schedule"("revisionId");
CREATE INDEX "Schedule_createdById_idx" ON "Schedule"("createdById");
CREATE INDEX "Schedule_at_idx" ON "Schedule"("at");

ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One plan of each kind stands for a story.
CREATE UNIQUE INDEX "Schedule_one_stands" ON "Schedule"("storyId", "kind") WHERE "cancelledAt" IS NULL AND "doneAt" IS NULL;

-- A plan is kept as it was made: what came of it is added, once.
CREATE FUNCTION "guard_schedule"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Schedule % is kept: DELETE is refused; set "cancelledAt".', OLD."id";
  END IF;
  IF (NEW."id", NEW."storyId", NEW."revisionId", NEW."kind", NEW."at", NEW."plannedAt", NEW."timeZone", NEW."createdById")
     IS DISTINCT FROM (OLD."id", OLD."storyId", OLD."revisionId", OLD."kind", OLD."at", OLD."plannedAt", OLD."timeZone", OLD."createdById") THEN
    RAISE EXCEPTION 'Schedule % names what was planned: make a new one instead of changing it.', OLD."id";
  END IF;
  IF OLD."doneAt" IS NOT NULL OR OLD."cancelledAt" IS NOT NULL THEN
    RAISE EXCEPTION 'Schedule % is over: nothing of it changes any more.', OLD."id";
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_schedule"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "Schedule_kept" BEFORE UPDATE OR DELETE ON "Schedule"
  FOR EACH ROW EXECUTE FUNCTION "guard_schedule"();
CREATE TRIGGER "Schedule_no_truncate" BEFORE TRUNCATE ON "Schedule"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "Schedule" ENABLE ALWAYS TRIGGER "Schedule_kept";
ALTER TABLE "Schedule" ENABLE ALWAYS TRIGGER "Schedule_no_truncate";
