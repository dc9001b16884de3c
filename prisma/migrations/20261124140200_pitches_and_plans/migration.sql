-- Pitches, assignments, photo requests, planned and due days, and the private calendar feed.

CREATE TYPE "PitchState" AS ENUM ('OPEN', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK');
CREATE TYPE "AssignmentPart" AS ENUM ('WRITER', 'PHOTOGRAPHER', 'EDITOR');
CREATE TYPE "PhotoState" AS ENUM ('OPEN', 'TAKEN', 'DELIVERED', 'NOT_NEEDED');

-- Constant defaults: no row is rewritten.
ALTER TABLE "Story"
    ADD COLUMN "plannedFor" DATE,
    ADD COLUMN "draftDue" DATE,
    ADD COLUMN "editDue" DATE,
    ADD COLUMN "commissioned" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "Story_plannedFor_idx" ON "Story"("plannedFor");
CREATE INDEX "Story_draftDue_idx" ON "Story"("draftDue");
CREATE INDEX "Story_editDue_idx" ON "Story"("editDue");

CREATE TABLE "Pitch" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "sectionId" UUID,
    "sources" TEXT NOT NULL DEFAULT '',
    "hopedFor" DATE,
    "pictures" TEXT NOT NULL DEFAULT '',
    "state" "PitchState" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',
    "answerSeenAt" TIMESTAMPTZ(3),
    "storyId" UUID,

    CONSTRAINT "Pitch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Pitch_accepted_has_a_story" CHECK (("state" = 'ACCEPTED') = ("storyId" IS NOT NULL))
);
CREATE UNIQUE INDEX "Pitch_storyId_key" ON "Pitch"("storyId");
CREATE INDEX "Pitch_state_createdAt_idx" ON "Pitch"("state", "createdAt");
CREATE INDEX "Pitch_createdById_createdAt_idx" ON "Pitch"("createdById", "createdAt");
CREATE INDEX "Pitch_sectionId_idx" ON "Pitch"("sectionId");
CREATE INDEX "Pitch_answeredById_idx" ON "Pitch"("answeredById");
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Pitch" ADD CONSTRAINT "Pitch_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Assignment" (
    "storyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "part" "AssignmentPart" NOT NULL,
    "assignedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("storyId", "userId", "part")
);
CREATE INDEX "Assignment_userId_endedAt_idx" ON "Assignment"("userId", "endedAt");
CREATE INDEX "Assignment_assignedById_idx" ON "Assignment"("assignedById");
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_assignedById_fkey" FOREIGN KEY ("assignedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "PhotoRequest" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "wanted" TEXT NOT NULL,
    "photographerId" UUID,
    "due" DATE,
    "state" "PhotoState" NOT NULL DEFAULT 'OPEN',
    "assetId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PhotoRequest_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PhotoRequest_storyId_idx" ON "PhotoRequest"("storyId");
CREATE INDEX "PhotoRequest_photographerId_state_idx" ON "PhotoRequest"("photographerId", "state");
CREATE INDEX "PhotoRequest_due_idx" ON "PhotoRequest"("due");
CREATE INDEX "PhotoRequest_assetId_idx" ON "PhotoRequest"("assetId");
CREATE INDEX "PhotoRequest_createdById_idx" ON "PhotoRequest"("createdById");
ALTER TABLE "PhotoRequest" ADD CONSTRAINT "PhotoRequest_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PhotoRequest" ADD CONSTRAINT "PhotoRequest_photographerId_fkey" FOREIGN KEY ("photographerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PhotoRequest" ADD CONSTRAINT "PhotoRequest_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PhotoRequest" ADD CONSTRAINT "PhotoRequest_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "MediaAsset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "CalendarFeed" (
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("userId")
);
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An answered pitch is the record of a decision, and so is who was assigned to a story: neither is deleted, and an answer stays what it was.
CREATE FUNCTION "guard_pitch"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Pitch % is part of the record: it is never deleted.', OLD."id";
  END IF;
  IF OLD."state" <> 'OPEN' AND (
    NEW."state" <> OLD."state" OR NEW."title" <> OLD."title" OR NEW."why" <> OLD."why" OR NEW."answer" <> OLD."answer"
    OR NEW."answeredById" IS DISTINCT FROM OLD."answeredById" OR NEW."answeredAt" IS DISTINCT FROM OLD."answeredAt" OR NEW."storyId" IS DISTINCT FROM OLD."storyId") THEN
    RAISE EXCEPTION 'Pitch % is answered: it no longer changes.', OLD."id";
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_pitch"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "Pitch_kept" BEFORE UPDATE OR DELETE ON "Pitch"
  FOR EACH ROW EXECUTE FUNCTION "guard_pitch"();
CREATE TRIGGER "Pitch_no_truncate" BEFORE TRUNCATE ON "Pitch"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "Pitch" ENABLE ALWAYS TRIGGER "Pitch_kept";
ALTER TABLE "Pitch" ENABLE ALWAYS TRIGGER "Pitch_no_truncate";

CREATE FUNCTION "guard_assignment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Assignments are kept: end the one of story % instead.', OLD."storyId";
END $$;
ALTER FUNCTION "guard_assignment"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "Assignment_kept" BEFORE DELETE ON "Assignment"
  FOR EACH ROW EXECUTE FUNCTION "guard_assignment"();
CREATE TRIGGER "Assignment_no_truncate" BEFORE TRUNCATE ON "Assignment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "Assignment" ENABLE ALWAYS TRIGGER "Assignment_kept";
ALTER TABLE "Assignment" ENABLE ALWAYS TRIGGER "Assignment_no_truncate";

-- Whoever is assigned to write may write: open editors hear of it at the commit (server/together/ listens).
CREATE FUNCTION "tell_of_assignment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('standing', 'story:' || NEW."storyId");
  RETURN NULL;
END $$;
ALTER FUNCTION "tell_of_assignment"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "Assignment_standing" AFTER INSERT OR UPDATE ON "Assignment"
  FOR EACH ROW EXECUTE FUNCTION "tell_of_assignment"();
