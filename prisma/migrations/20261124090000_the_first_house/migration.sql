-- CreateEnum
CREATE TYPE "Role" AS ENUM ('WRITER', 'EDITOR', 'ADVISER', 'ADMIN');

-- CreateEnum
CREATE TYPE "ReviewPolicy" AS ENUM ('ADVISER_APPROVES', 'ADVISER_CONSULTS', 'OPEN_FORUM');

-- CreateEnum
CREATE TYPE "StoryState" AS ENUM ('DRAFT', 'EDITING', 'REVIEW', 'APPROVED', 'LIVE', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('APPROVE', 'REQUEST_CHANGES');

-- CreateEnum
CREATE TYPE "Rights" AS ENUM ('STAFF', 'PERMISSION', 'LICENSED', 'PUBLIC_DOMAIN', 'CREATIVE_COMMONS', 'FAIR_USE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "MediaStatus" AS ENUM ('PENDING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "PlacementRole" AS ENUM ('LEAD', 'BODY');

-- CreateEnum
CREATE TYPE "BylineForm" AS ENUM ('FULL', 'SHORT', 'HIDDEN');

-- CreateEnum
CREATE TYPE "LinkKind" AS ENUM ('SETUP', 'INVITATION', 'PASSWORD_RESET', 'MAGIC_LINK');

-- CreateTable
CREATE TABLE "Paper" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "motto" TEXT NOT NULL DEFAULT '',
    "timeZone" TEXT NOT NULL DEFAULT 'America/Los_Angeles',
    "reviewPolicy" "ReviewPolicy" NOT NULL DEFAULT 'ADVISER_APPROVES',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "deactivatedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staffId" UUID NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bylineForm" "BylineForm" NOT NULL DEFAULT 'FULL',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "schoolYear" TEXT NOT NULL,
    "position" TEXT NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "kind" "LinkKind" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "role" "Role",
    "position" TEXT,
    "userId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Story" (
    "id" UUID NOT NULL,
    "state" "StoryState" NOT NULL DEFAULT 'DRAFT',
    "stateSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "workingRevisionId" UUID,
    "liveRevisionId" UUID,
    "firstPublishedAt" TIMESTAMPTZ(3),
    "lastPublishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT,
    "withdrawalAskedAt" TIMESTAMPTZ(3),
    "withdrawalAskedReason" TEXT,
    "withdrawalAskedById" UUID,

    CONSTRAINT "Story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "headline" TEXT NOT NULL DEFAULT '',
    "deck" TEXT NOT NULL DEFAULT '',
    "slug" TEXT NOT NULL DEFAULT '',
    "sectionId" UUID,
    "body" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frozenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Byline" (
    "id" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "staffId" UUID,
    "name" TEXT,
    "credit" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Byline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RevisionTag" (
    "revisionId" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RevisionTag_pkey" PRIMARY KEY ("revisionId","tagId")
);

-- CreateTable
CREATE TABLE "MediaAsset" (
    "id" UUID NOT NULL,
    "status" "MediaStatus" NOT NULL DEFAULT 'PENDING',
    "originalKey" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "placeholder" TEXT NOT NULL DEFAULT '',
    "rights" "Rights" NOT NULL DEFAULT 'UNKNOWN',
    "rightsHolder" TEXT NOT NULL DEFAULT '',
    "rightsProof" TEXT NOT NULL DEFAULT '',
    "makerName" TEXT NOT NULL DEFAULT '',
    "makerStaffId" UUID,
    "fairUseApprovedById" UUID,
    "fairUseApprovedAt" TIMESTAMPTZ(3),
    "uploadedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leaseUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,

    CONSTRAINT "MediaAsset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MediaVariant" (
    "id" UUID NOT NULL,
    "assetId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "MediaVariant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Placement" (
    "id" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "assetId" UUID NOT NULL,
    "role" "PlacementRole" NOT NULL,
    "position" INTEGER NOT NULL,
    "caption" TEXT NOT NULL DEFAULT '',
    "alt" TEXT NOT NULL DEFAULT '',
    "credit" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "blocking" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Address" (
    "id" UUID NOT NULL,
    "sectionSlug" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "storyId" UUID NOT NULL,
    "current" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "kind" TEXT NOT NULL,
    "storyId" UUID,
    "revisionId" UUID,
    "subjectId" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Section_slug_key" ON "Section"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_staffId_key" ON "User"("staffId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_handle_key" ON "StaffMember"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_staffId_schoolYear_key" ON "Membership"("staffId", "schoolYear");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_kind_email_idx" ON "OneTimeLink"("kind", "email");

-- CreateIndex
CREATE INDEX "OneTimeLink_userId_idx" ON "OneTimeLink"("userId");

-- CreateIndex
CREATE INDEX "OneTimeLink_createdById_idx" ON "OneTimeLink"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "Story_workingRevisionId_key" ON "Story"("workingRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Story_liveRevisionId_key" ON "Story"("liveRevisionId");

-- CreateIndex
CREATE INDEX "Story_state_stateSince_idx" ON "Story"("state", "stateSince");

-- CreateIndex
CREATE INDEX "Story_firstPublishedAt_idx" ON "Story"("firstPublishedAt");

-- CreateIndex
CREATE INDEX "Story_createdById_idx" ON "Story"("createdById");

-- CreateIndex
CREATE INDEX "Story_withdrawalAskedById_idx" ON "Story"("withdrawalAskedById");

-- CreateIndex
CREATE INDEX "Revision_sectionId_idx" ON "Revision"("sectionId");

-- CreateIndex
CREATE INDEX "Revision_createdById_idx" ON "Revision"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_storyId_number_key" ON "Revision"("storyId", "number");

-- CreateIndex
CREATE INDEX "Byline_staffId_idx" ON "Byline"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "Byline_revisionId_position_key" ON "Byline"("revisionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_slug_key" ON "Tag"("slug");

-- CreateIndex
CREATE INDEX "RevisionTag_tagId_idx" ON "RevisionTag"("tagId");

-- CreateIndex
CREATE INDEX "MediaAsset_status_createdAt_idx" ON "MediaAsset"("status", "createdAt");

-- CreateIndex
CREATE INDEX "MediaAsset_originalKey_idx" ON "MediaAsset"("originalKey");

-- CreateIndex
CREATE INDEX "MediaAsset_uploadedById_idx" ON "MediaAsset"("uploadedById");

-- CreateIndex
CREATE INDEX "MediaAsset_makerStaffId_idx" ON "MediaAsset"("makerStaffId");

-- CreateIndex
CREATE INDEX "MediaAsset_fairUseApprovedById_idx" ON "MediaAsset"("fairUseApprovedById");

-- CreateIndex
CREATE INDEX "MediaVariant_key_idx" ON "MediaVariant"("key");

-- CreateIndex
CREATE UNIQUE INDEX "MediaVariant_assetId_format_width_key" ON "MediaVariant"("assetId", "format", "width");

-- CreateIndex
CREATE INDEX "Placement_assetId_idx" ON "Placement"("assetId");

-- CreateIndex
CREATE UNIQUE INDEX "Placement_revisionId_role_position_key" ON "Placement"("revisionId", "role", "position");

-- CreateIndex
CREATE INDEX "Review_storyId_createdAt_idx" ON "Review"("storyId", "createdAt");

-- CreateIndex
CREATE INDEX "Review_revisionId_idx" ON "Review"("revisionId");

-- CreateIndex
CREATE INDEX "Review_byId_idx" ON "Review"("byId");

-- CreateIndex
CREATE INDEX "Note_storyId_createdAt_idx" ON "Note"("storyId", "createdAt");

-- CreateIndex
CREATE INDEX "Note_revisionId_idx" ON "Note"("revisionId");

-- CreateIndex
CREATE INDEX "Note_authorId_idx" ON "Note"("authorId");

-- CreateIndex
CREATE INDEX "Note_resolvedById_idx" ON "Note"("resolvedById");

-- CreateIndex
CREATE INDEX "Address_storyId_idx" ON "Address"("storyId");

-- CreateIndex
CREATE UNIQUE INDEX "Address_sectionSlug_slug_key" ON "Address"("sectionSlug", "slug");

-- CreateIndex
CREATE INDEX "AuditEvent_storyId_id_idx" ON "AuditEvent"("storyId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_id_idx" ON "AuditEvent"("actorId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_kind_id_idx" ON "AuditEvent"("kind", "id");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_withdrawalAskedById_fkey" FOREIGN KEY ("withdrawalAskedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_workingRevisionId_fkey" FOREIGN KEY ("workingRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_liveRevisionId_fkey" FOREIGN KEY ("liveRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionTag" ADD CONSTRAINT "RevisionTag_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionTag" ADD CONSTRAINT "RevisionTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaAsset" ADD CONSTRAINT "MediaAsset_makerStaffId_fkey" FOREIGN KEY ("makerStaffId") REFERENCES "StaffMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaAsset" ADD CONSTRAINT "MediaAsset_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaAsset" ADD CONSTRAINT "MediaAsset_fairUseApprovedById_fkey" FOREIGN KEY ("fairUseApprovedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaVariant" ADD CONSTRAINT "MediaVariant_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "MediaAsset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "MediaAsset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Address" ADD CONSTRAINT "Address_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma cannot say. Every trigger is ENABLE ALWAYS, so that a session in replica mode obeys it too.

-- The audit trail is append-only.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is append-only: % of "AuditEvent" is refused.', TG_OP;
END $$;

CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
ALTER TABLE "AuditEvent" ENABLE ALWAYS TRIGGER "AuditEvent_append_only";
ALTER TABLE "AuditEvent" ENABLE ALWAYS TRIGGER "AuditEvent_no_truncate";

-- A frozen revision never changes; no revision moves to another story.
CREATE FUNCTION "guard_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."frozenAt" IS NOT NULL THEN
    RAISE EXCEPTION 'Revision % is frozen: % is refused; make a new revision.', OLD."id", TG_OP;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW."id" <> OLD."id" OR NEW."storyId" <> OLD."storyId" THEN
    RAISE EXCEPTION 'Revision % belongs to story %: neither may change.', OLD."id", OLD."storyId";
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Revision_frozen" BEFORE UPDATE OR DELETE ON "Revision"
  FOR EACH ROW EXECUTE FUNCTION "guard_revision"();
ALTER TABLE "Revision" ENABLE ALWAYS TRIGGER "Revision_frozen";

-- Nor does what belongs to a frozen revision. FOR SHARE waits for a freeze that is under way, and makes a freeze wait.
CREATE FUNCTION "guard_revision_part"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  revision RECORD;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT "id", "frozenAt" INTO revision FROM "Revision" WHERE "id" = OLD."revisionId" FOR SHARE;
    IF revision."frozenAt" IS NOT NULL THEN
      RAISE EXCEPTION 'Revision % is frozen: % of its "%" is refused; make a new revision.', revision."id", TG_OP, TG_TABLE_NAME;
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  SELECT "id", "frozenAt" INTO revision FROM "Revision" WHERE "id" = NEW."revisionId" FOR SHARE;
  IF revision."frozenAt" IS NOT NULL THEN
    RAISE EXCEPTION 'Revision % is frozen: % of its "%" is refused; make a new revision.', revision."id", TG_OP, TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Byline_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "Byline"
  FOR EACH ROW EXECUTE FUNCTION "guard_revision_part"();
CREATE TRIGGER "Placement_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "Placement"
  FOR EACH ROW EXECUTE FUNCTION "guard_revision_part"();
CREATE TRIGGER "RevisionTag_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "RevisionTag"
  FOR EACH ROW EXECUTE FUNCTION "guard_revision_part"();
ALTER TABLE "Byline" ENABLE ALWAYS TRIGGER "Byline_frozen";
ALTER TABLE "Placement" ENABLE ALWAYS TRIGGER "Placement_frozen";
ALTER TABLE "RevisionTag" ENABLE ALWAYS TRIGGER "RevisionTag_frozen";

-- A decision stands for good, on a revision of the story that it names; an approval on one that can no longer change.
CREATE FUNCTION "guard_review"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  revision RECORD;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'Reviews are append-only: % of "Review" % is refused.', TG_OP, OLD."id";
  END IF;
  SELECT "storyId", "frozenAt" INTO revision FROM "Revision" WHERE "id" = NEW."revisionId";
  IF revision."storyId" <> NEW."storyId" THEN
    RAISE EXCEPTION 'Revision % is not of story %: a review names a revision of its story.', NEW."revisionId", NEW."storyId";
  END IF;
  IF NEW."decision" = 'APPROVE' AND revision."frozenAt" IS NULL THEN
    RAISE EXCEPTION 'Revision % is not frozen: freeze it before it is approved.', NEW."revisionId";
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Review_append_only" BEFORE INSERT OR UPDATE OR DELETE ON "Review"
  FOR EACH ROW EXECUTE FUNCTION "guard_review"();
ALTER TABLE "Review" ENABLE ALWAYS TRIGGER "Review_append_only";

-- An address that was ever public stays with its story.
CREATE FUNCTION "guard_address"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Address /%/% was public: it is never deleted.', OLD."sectionSlug", OLD."slug";
  END IF;
  IF NEW."id" <> OLD."id" OR NEW."sectionSlug" <> OLD."sectionSlug" OR NEW."slug" <> OLD."slug" OR NEW."storyId" <> OLD."storyId" THEN
    RAISE EXCEPTION 'Address /%/% was public: it never changes and never goes to another story.', OLD."sectionSlug", OLD."slug";
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Address_kept" BEFORE UPDATE OR DELETE ON "Address"
  FOR EACH ROW EXECUTE FUNCTION "guard_address"();
ALTER TABLE "Address" ENABLE ALWAYS TRIGGER "Address_kept";

-- TRUNCATE fires no row trigger.
CREATE FUNCTION "refuse_truncate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The record of what was decided and published is kept: TRUNCATE of "%" is refused.', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "Revision_no_truncate" BEFORE TRUNCATE ON "Revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
CREATE TRIGGER "Byline_no_truncate" BEFORE TRUNCATE ON "Byline"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
CREATE TRIGGER "Placement_no_truncate" BEFORE TRUNCATE ON "Placement"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
CREATE TRIGGER "RevisionTag_no_truncate" BEFORE TRUNCATE ON "RevisionTag"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
CREATE TRIGGER "Review_no_truncate" BEFORE TRUNCATE ON "Review"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
CREATE TRIGGER "Address_no_truncate" BEFORE TRUNCATE ON "Address"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "Revision" ENABLE ALWAYS TRIGGER "Revision_no_truncate";
ALTER TABLE "Byline" ENABLE ALWAYS TRIGGER "Byline_no_truncate";
ALTER TABLE "Placement" ENABLE ALWAYS TRIGGER "Placement_no_truncate";
ALTER TABLE "RevisionTag" ENABLE ALWAYS TRIGGER "RevisionTag_no_truncate";
ALTER TABLE "Review" ENABLE ALWAYS TRIGGER "Review_no_truncate";
ALTER TABLE "Address" ENABLE ALWAYS TRIGGER "Address_no_truncate";

-- A story points only at its own revisions, and readers only at one that was approved.
CREATE FUNCTION "guard_story_revisions"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  revision RECORD;
BEGIN
  IF NEW."workingRevisionId" IS NOT NULL THEN
    SELECT "storyId" INTO revision FROM "Revision" WHERE "id" = NEW."workingRevisionId";
    IF revision."storyId" IS DISTINCT FROM NEW."id" THEN
      RAISE EXCEPTION 'Revision % is not of story %: it cannot be its working revision.', NEW."workingRevisionId", NEW."id";
    END IF;
  END IF;
  IF NEW."liveRevisionId" IS NULL OR (TG_OP = 'UPDATE' AND NEW."liveRevisionId" IS NOT DISTINCT FROM OLD."liveRevisionId" AND NEW."id" = OLD."id") THEN
    RETURN NEW;
  END IF;
  SELECT "storyId", "frozenAt" INTO revision FROM "Revision" WHERE "id" = NEW."liveRevisionId";
  IF revision."storyId" IS DISTINCT FROM NEW."id" THEN
    RAISE EXCEPTION 'Revision % is not of story %: it cannot go live there.', NEW."liveRevisionId", NEW."id";
  END IF;
  IF revision."frozenAt" IS NULL THEN
    RAISE EXCEPTION 'Revision % is not frozen: it cannot go live.', NEW."liveRevisionId";
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Review" WHERE "revisionId" = NEW."liveRevisionId" AND "decision" = 'APPROVE') THEN
    RAISE EXCEPTION 'Revision % was never approved: it cannot go live.', NEW."liveRevisionId";
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Story_revisions" BEFORE INSERT OR UPDATE ON "Story"
  FOR EACH ROW EXECUTE FUNCTION "guard_story_revisions"();
ALTER TABLE "Story" ENABLE ALWAYS TRIGGER "Story_revisions";

-- A temporary table of the same name must not stand in for a real one: PostgreSQL looks in pg_temp first unless told.
ALTER FUNCTION "refuse_audit_change"() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION "guard_revision"() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION "guard_revision_part"() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION "guard_review"() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION "guard_address"() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION "refuse_truncate"() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION "guard_story_revisions"() SET search_path = pg_catalog, public, pg_temp;
