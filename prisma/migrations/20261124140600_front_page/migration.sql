-- The front page: its draft with the steps to it, what was published, and what is to be published at a minute.

CREATE TABLE "FrontSchedule" (
    "id" UUID NOT NULL,
    "layout" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "plannedAt" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelledAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    CONSTRAINT "FrontSchedule_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "FrontSchedule_at_idx" ON "FrontSchedule"("at");
CREATE INDEX "FrontSchedule_createdById_idx" ON "FrontSchedule"("createdById");
ALTER TABLE "FrontSchedule" ADD CONSTRAINT "FrontSchedule_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "FrontArrangement" (
    "id" UUID NOT NULL,
    "layout" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "scheduleId" UUID,
    "fromId" UUID,
    CONSTRAINT "FrontArrangement_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "FrontArrangement_byId_idx" ON "FrontArrangement"("byId");
CREATE INDEX "FrontArrangement_fromId_idx" ON "FrontArrangement"("fromId");
-- What is scheduled is published once.
CREATE UNIQUE INDEX "FrontArrangement_scheduleId_key" ON "FrontArrangement"("scheduleId");
ALTER TABLE "FrontArrangement" ADD CONSTRAINT "FrontArrangement_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FrontArrangement" ADD CONSTRAINT "FrontArrangement_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "FrontSchedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FrontArrangement" ADD CONSTRAINT "FrontArrangement_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "FrontArrangement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "FrontStep" (
    "number" INTEGER NOT NULL,
    "layout" JSONB NOT NULL,
    "words" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "FrontStep_pkey" PRIMARY KEY ("number")
);
CREATE INDEX "FrontStep_byId_idx" ON "FrontStep"("byId");
ALTER TABLE "FrontStep" ADD CONSTRAINT "FrontStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "FrontPage" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "step" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3),
    "changedById" UUID,
    "changedWords" TEXT NOT NULL DEFAULT '',
    "liveId" UUID,
    "bannerEndedAt" TIMESTAMPTZ(3),
    CONSTRAINT "FrontPage_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "FrontPage_one_row" CHECK ("id" = 1)
);
CREATE INDEX "FrontPage_changedById_idx" ON "FrontPage"("changedById");
CREATE INDEX "FrontPage_liveId_idx" ON "FrontPage"("liveId");
ALTER TABLE "FrontPage" ADD CONSTRAINT "FrontPage_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FrontPage" ADD CONSTRAINT "FrontPage_liveId_fkey" FOREIGN KEY ("liveId") REFERENCES "FrontArrangement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO "FrontPage" ("id") VALUES (1);

-- What was published is history.
CREATE FUNCTION "guard_front_arrangement"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What stood on the front page is kept: % of "FrontArrangement" % is refused.', TG_OP, OLD."id";
END $$;
ALTER FUNCTION "guard_front_arrangement"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "FrontArrangement_kept" BEFORE UPDATE OR DELETE ON "FrontArrangement"
  FOR EACH ROW EXECUTE FUNCTION "guard_front_arrangement"();
CREATE TRIGGER "FrontArrangement_no_truncate" BEFORE TRUNCATE ON "FrontArrangement"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "FrontArrangement" ENABLE ALWAYS TRIGGER "FrontArrangement_kept";
ALTER TABLE "FrontArrangement" ENABLE ALWAYS TRIGGER "FrontArrangement_no_truncate";

-- A plan is kept as it was made: what came of it is added, once.
CREATE FUNCTION "guard_front_schedule"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'FrontSchedule % is kept: DELETE is refused; set "cancelledAt".', OLD."id";
  END IF;
  IF (NEW."id", NEW."layout", NEW."at", NEW."plannedAt", NEW."timeZone", NEW."createdById", NEW."createdAt")
     IS DISTINCT FROM (OLD."id", OLD."layout", OLD."at", OLD."plannedAt", OLD."timeZone", OLD."createdById", OLD."createdAt") THEN
    RAISE EXCEPTION 'FrontSchedule % names what was planned: make a new one instead of changing it.', OLD."id";
  END IF;
  IF OLD."doneAt" IS NOT NULL OR OLD."cancelledAt" IS NOT NULL THEN
    RAISE EXCEPTION 'FrontSchedule % is over: nothing of it changes any more.', OLD."id";
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_front_schedule"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "FrontSchedule_kept" BEFORE UPDATE OR DELETE ON "FrontSchedule"
  FOR EACH ROW EXECUTE FUNCTION "guard_front_schedule"();
CREATE TRIGGER "FrontSchedule_no_truncate" BEFORE TRUNCATE ON "FrontSchedule"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "FrontSchedule" ENABLE ALWAYS TRIGGER "FrontSchedule_kept";
ALTER TABLE "FrontSchedule" ENABLE ALWAYS TRIGGER "FrontSchedule_no_truncate";
