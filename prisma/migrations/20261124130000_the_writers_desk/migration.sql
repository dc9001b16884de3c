-- Writing together, threads of notes, the media library and the copy desk.

CREATE TYPE "MakerKind" AS ENUM ('STAFF', 'CONTRIBUTOR', 'AGENCY', 'SCHOOL');
CREATE TYPE "CopydeskLevel" AS ENUM ('OFF', 'ADVISORY', 'BLOCKING');

CREATE TABLE "SharedDraft" (
    "storyId" UUID NOT NULL,
    "generation" UUID NOT NULL,
    "state" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "problem" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SharedDraft_pkey" PRIMARY KEY ("storyId")
);

CREATE TABLE "Presence" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RevisionContributor" (
    "revisionId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "RevisionContributor_pkey" PRIMARY KEY ("revisionId", "userId")
);

CREATE TABLE "NoteMention" (
    "noteId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoteMention_pkey" PRIMARY KEY ("noteId", "userId")
);

CREATE TABLE "PaperWord" (
    "id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PaperWord_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CopydeskSetting" (
    "id" UUID NOT NULL,
    "ruleId" TEXT NOT NULL,
    "sectionId" UUID,
    "level" "CopydeskLevel" NOT NULL,

    CONSTRAINT "CopydeskSetting_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CopydeskDismissal" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "ruleId" TEXT NOT NULL,
    "passage" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CopydeskDismissal_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "MediaAsset"
    ADD COLUMN "proofUrl" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "proofFileKey" TEXT,
    ADD COLUMN "proofFileName" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "expiresOn" DATE,
    ADD COLUMN "caption" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "alt" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "credit" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "copyright" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "takenAt" TIMESTAMPTZ(3),
    ADD COLUMN "place" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "people" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "focalX" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    ADD COLUMN "focalY" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    ADD COLUMN "perceptualHash" TEXT,
    ADD COLUMN "replacedById" UUID,
    ADD COLUMN "makerKind" "MakerKind" NOT NULL DEFAULT 'CONTRIBUTOR';
UPDATE "MediaAsset" SET "makerKind" = 'STAFF' WHERE "makerStaffId" IS NOT NULL;

ALTER TABLE "MediaVariant" ADD COLUMN "crop" TEXT NOT NULL DEFAULT 'full';
DROP INDEX "MediaVariant_assetId_format_width_key";
CREATE UNIQUE INDEX "MediaVariant_assetId_crop_format_width_key" ON "MediaVariant"("assetId", "crop", "format", "width");

-- A constant default: rows of frozen revisions are not rewritten.
ALTER TABLE "Placement"
    ADD COLUMN "focalX" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    ADD COLUMN "focalY" DOUBLE PRECISION NOT NULL DEFAULT 0.5;

ALTER TABLE "Note"
    ADD COLUMN "parentId" UUID,
    ADD COLUMN "anchor" JSONB;

CREATE INDEX "Presence_storyId_seenAt_idx" ON "Presence"("storyId", "seenAt");
CREATE INDEX "Presence_userId_idx" ON "Presence"("userId");
CREATE INDEX "RevisionContributor_userId_idx" ON "RevisionContributor"("userId");
CREATE INDEX "NoteMention_userId_seenAt_idx" ON "NoteMention"("userId", "seenAt");
CREATE UNIQUE INDEX "PaperWord_word_key" ON "PaperWord"("word");
CREATE INDEX "PaperWord_addedById_idx" ON "PaperWord"("addedById");
CREATE UNIQUE INDEX "CopydeskSetting_ruleId_sectionId_key" ON "CopydeskSetting"("ruleId", "sectionId") NULLS NOT DISTINCT;
CREATE INDEX "CopydeskSetting_sectionId_idx" ON "CopydeskSetting"("sectionId");
CREATE UNIQUE INDEX "CopydeskDismissal_storyId_ruleId_passage_key" ON "CopydeskDismissal"("storyId", "ruleId", "passage");
CREATE INDEX "CopydeskDismissal_byId_idx" ON "CopydeskDismissal"("byId");
CREATE INDEX "MediaAsset_replacedById_idx" ON "MediaAsset"("replacedById");
CREATE INDEX "MediaAsset_createdAt_idx" ON "MediaAsset"("createdAt");
CREATE INDEX "MediaAsset_expiresOn_idx" ON "MediaAsset"("expiresOn");
CREATE INDEX "Note_parentId_idx" ON "Note"("parentId");

ALTER TABLE "SharedDraft" ADD CONSTRAINT "SharedDraft_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RevisionContributor" ADD CONSTRAINT "RevisionContributor_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RevisionContributor" ADD CONSTRAINT "RevisionContributor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "NoteMention" ADD CONSTRAINT "NoteMention_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NoteMention" ADD CONSTRAINT "NoteMention_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PaperWord" ADD CONSTRAINT "PaperWord_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CopydeskSetting" ADD CONSTRAINT "CopydeskSetting_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CopydeskDismissal" ADD CONSTRAINT "CopydeskDismissal_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CopydeskDismissal" ADD CONSTRAINT "CopydeskDismissal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MediaAsset" ADD CONSTRAINT "MediaAsset_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "MediaAsset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Note" ADD CONSTRAINT "Note_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who wrote in a revision is as fixed as its words.
CREATE TRIGGER "RevisionContributor_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "RevisionContributor"
  FOR EACH ROW EXECUTE FUNCTION "guard_revision_part"();
CREATE TRIGGER "RevisionContributor_no_truncate" BEFORE TRUNCATE ON "RevisionContributor"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "RevisionContributor" ENABLE ALWAYS TRIGGER "RevisionContributor_frozen";
ALTER TABLE "RevisionContributor" ENABLE ALWAYS TRIGGER "RevisionContributor_no_truncate";

-- Open editors hear at the commit, whoever made it, that somebody's rights or a story's standing or text have changed
-- (server/together/ listens).
CREATE FUNCTION "tell_open_editors"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'User' THEN
    PERFORM pg_notify('standing', 'user:' || NEW."id");
  ELSIF TG_TABLE_NAME = 'Story' THEN
    PERFORM pg_notify('standing', 'story:' || NEW."id");
  ELSE
    PERFORM pg_notify('shared_draft', NEW."storyId" || ':' || NEW."version");
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION "tell_open_editors"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "User_standing" AFTER UPDATE OF "role", "sessionVersion", "deactivatedAt" ON "User"
  FOR EACH ROW EXECUTE FUNCTION "tell_open_editors"();
CREATE TRIGGER "Story_standing" AFTER UPDATE OF "state", "workingRevisionId", "liveRevisionId" ON "Story"
  FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state" OR OLD."workingRevisionId" IS DISTINCT FROM NEW."workingRevisionId" OR OLD."liveRevisionId" IS DISTINCT FROM NEW."liveRevisionId")
  EXECUTE FUNCTION "tell_open_editors"();
CREATE TRIGGER "SharedDraft_changed" AFTER INSERT OR UPDATE ON "SharedDraft"
  FOR EACH ROW EXECUTE FUNCTION "tell_open_editors"();
