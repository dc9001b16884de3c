-- A new version of a live story says what it is when it is handed in, and can be planned: what it is, and the note that readers get
-- with it, are said with the plan.

CREATE TYPE "ChangeKind" AS ENUM ('CORRECTION', 'UPDATE', 'TYPO');

ALTER TABLE "Schedule" ADD COLUMN "changeKind" "ChangeKind",
                       ADD COLUMN "changeNote" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Story" ADD COLUMN "changeKind" "ChangeKind",
                    ADD COLUMN "changeNote" TEXT NOT NULL DEFAULT '';

CREATE OR REPLACE FUNCTION "guard_schedule"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Schedule % is kept: DELETE is refused; set "cancelledAt".', OLD."id";
  END IF;
  IF (NEW."id", NEW."storyId", NEW."revisionId", NEW."kind", NEW."at", NEW."plannedAt", NEW."timeZone", NEW."createdById", NEW."changeKind", NEW."changeNote")
     IS DISTINCT FROM (OLD."id", OLD."storyId", OLD."revisionId", OLD."kind", OLD."at", OLD."plannedAt", OLD."timeZone", OLD."createdById", OLD."changeKind", OLD."changeNote") THEN
    RAISE EXCEPTION 'Schedule % names what was planned: make a new one instead of changing it.', OLD."id";
  END IF;
  IF OLD."doneAt" IS NOT NULL OR OLD."cancelledAt" IS NOT NULL THEN
    RAISE EXCEPTION 'Schedule % is over: nothing of it changes any more.', OLD."id";
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_schedule"() SET search_path = pg_catalog, public, pg_temp;
