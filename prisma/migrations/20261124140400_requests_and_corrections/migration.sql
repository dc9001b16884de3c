-- What readers ask of the paper and what becomes of it, the dated notes on live stories, what a withdrawn story says, and which
-- stories search engines are asked not to list.

CREATE TYPE "CorrectionKind" AS ENUM ('CORRECTION', 'UPDATE');
CREATE TYPE "RequestGround" AS ENUM ('LIBEL', 'PRIVACY', 'COPYRIGHT', 'OWN_WORK', 'MISTAKE', 'DISLIKE');
CREATE TYPE "RequestOutcome" AS ENUM ('KEEP', 'CORRECT', 'UPDATE', 'NAME', 'HIDE', 'WITHDRAW');

ALTER TABLE "Story"
    ADD COLUMN "withdrawnStatement" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "hiddenFromSearchAt" TIMESTAMPTZ(3);

CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "kind" "CorrectionKind" NOT NULL,
    "text" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "revisionId" UUID,
    "declinedById" UUID,
    "declinedAt" TIMESTAMPTZ(3),
    "declinedReason" TEXT NOT NULL DEFAULT '',
    "replacesId" UUID,
    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Correction_storyId_publishedAt_idx" ON "Correction"("storyId", "publishedAt");
CREATE INDEX "Correction_publishedAt_id_idx" ON "Correction"("publishedAt", "id");
CREATE INDEX "Correction_proposedById_idx" ON "Correction"("proposedById");
CREATE INDEX "Correction_publishedById_idx" ON "Correction"("publishedById");
CREATE INDEX "Correction_declinedById_idx" ON "Correction"("declinedById");
CREATE INDEX "Correction_revisionId_idx" ON "Correction"("revisionId");
CREATE INDEX "Correction_replacesId_idx" ON "Correction"("replacesId");
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_declinedById_fkey" FOREIGN KEY ("declinedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Correction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "ReaderRequest" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "storyId" UUID NOT NULL,
    "revisionId" UUID,
    "ground" "RequestGround" NOT NULL,
    "problem" TEXT NOT NULL,
    "wish" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "outcome" "RequestOutcome",
    "reason" TEXT NOT NULL DEFAULT '',
    "reply" TEXT NOT NULL DEFAULT '',
    "erasedAt" TIMESTAMPTZ(3),
    CONSTRAINT "ReaderRequest_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ReaderRequest_reference_key" ON "ReaderRequest"("reference");
CREATE INDEX "ReaderRequest_decidedAt_createdAt_idx" ON "ReaderRequest"("decidedAt", "createdAt");
CREATE INDEX "ReaderRequest_storyId_idx" ON "ReaderRequest"("storyId");
CREATE INDEX "ReaderRequest_revisionId_idx" ON "ReaderRequest"("revisionId");
CREATE INDEX "ReaderRequest_decidedById_idx" ON "ReaderRequest"("decidedById");
ALTER TABLE "ReaderRequest" ADD CONSTRAINT "ReaderRequest_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReaderRequest" ADD CONSTRAINT "ReaderRequest_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReaderRequest" ADD CONSTRAINT "ReaderRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "RequestVote" (
    "requestId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "outcome" "RequestOutcome" NOT NULL,
    "remark" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "RequestVote_pkey" PRIMARY KEY ("requestId","userId")
);
CREATE INDEX "RequestVote_userId_idx" ON "RequestVote"("userId");
ALTER TABLE "RequestVote" ADD CONSTRAINT "RequestVote_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ReaderRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RequestVote" ADD CONSTRAINT "RequestVote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A note stands as it was written. It is published once or declined once; a wrong one is replaced by another, never changed.
CREATE FUNCTION "guard_correction"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Correction % is kept: publish another one that replaces it.', OLD."id";
  END IF;
  IF OLD."publishedAt" IS NOT NULL OR OLD."declinedAt" IS NOT NULL
     OR (NEW."id", NEW."storyId", NEW."kind", NEW."text", NEW."proposedById", NEW."proposedAt", NEW."replacesId")
        IS DISTINCT FROM (OLD."id", OLD."storyId", OLD."kind", OLD."text", OLD."proposedById", OLD."proposedAt", OLD."replacesId")
     OR (NEW."publishedAt" IS NOT NULL AND NEW."declinedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'Correction % is kept as it was written.', OLD."id";
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_correction"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "Correction_kept" BEFORE UPDATE OR DELETE ON "Correction" FOR EACH ROW EXECUTE FUNCTION "guard_correction"();
CREATE TRIGGER "Correction_no_truncate" BEFORE TRUNCATE ON "Correction" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "Correction" ENABLE ALWAYS TRIGGER "Correction_kept";
ALTER TABLE "Correction" ENABLE ALWAYS TRIGGER "Correction_no_truncate";

-- A request stands as it came, and is decided once. Of a decided one, name and e-mail may be erased, and nothing else.
CREATE FUNCTION "guard_request"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Request % is kept.', OLD."reference";
  END IF;
  IF (NEW."id", NEW."reference", NEW."storyId", NEW."revisionId", NEW."ground", NEW."problem", NEW."wish", NEW."createdAt")
     IS DISTINCT FROM (OLD."id", OLD."reference", OLD."storyId", OLD."revisionId", OLD."ground", OLD."problem", OLD."wish", OLD."createdAt") THEN
    RAISE EXCEPTION 'Request % is kept as it came.', OLD."reference";
  END IF;
  IF OLD."decidedAt" IS NOT NULL AND (NEW."decidedAt", NEW."decidedById", NEW."outcome", NEW."reason", NEW."reply")
     IS DISTINCT FROM (OLD."decidedAt", OLD."decidedById", OLD."outcome", OLD."reason", OLD."reply") THEN
    RAISE EXCEPTION 'Request % was decided already.', OLD."reference";
  END IF;
  IF (NEW."name", NEW."email") IS DISTINCT FROM (OLD."name", OLD."email")
     AND (OLD."decidedAt" IS NULL OR NEW."name" <> '' OR NEW."email" IS NOT NULL OR NEW."erasedAt" IS NULL) THEN
    RAISE EXCEPTION 'Of request %, name and e-mail can only be erased, once it is decided.', OLD."reference";
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_request"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "ReaderRequest_kept" BEFORE UPDATE OR DELETE ON "ReaderRequest" FOR EACH ROW EXECUTE FUNCTION "guard_request"();
CREATE TRIGGER "ReaderRequest_no_truncate" BEFORE TRUNCATE ON "ReaderRequest" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "ReaderRequest" ENABLE ALWAYS TRIGGER "ReaderRequest_kept";
ALTER TABLE "ReaderRequest" ENABLE ALWAYS TRIGGER "ReaderRequest_no_truncate";

-- Votes on an open request may change; with the decision they stand.
CREATE FUNCTION "guard_request_vote"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  request RECORD;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'A vote on a request is kept.';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW."requestId", NEW."userId") IS DISTINCT FROM (OLD."requestId", OLD."userId") THEN
    RAISE EXCEPTION 'A vote stays with its request and its voter.';
  END IF;
  SELECT "decidedAt" INTO request FROM "ReaderRequest" WHERE "id" = NEW."requestId" FOR SHARE;
  IF request."decidedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'This request was decided: its votes stand.';
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_request_vote"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "RequestVote_kept" BEFORE INSERT OR UPDATE OR DELETE ON "RequestVote" FOR EACH ROW EXECUTE FUNCTION "guard_request_vote"();
CREATE TRIGGER "RequestVote_no_truncate" BEFORE TRUNCATE ON "RequestVote" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "RequestVote" ENABLE ALWAYS TRIGGER "RequestVote_kept";
ALTER TABLE "RequestVote" ENABLE ALWAYS TRIGGER "RequestVote_no_truncate";
