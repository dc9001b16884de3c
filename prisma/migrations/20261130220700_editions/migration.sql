-- Printed issues: the PDF, its pages as pictures with their text, and the stories on them.

CREATE TABLE "PrintIssue" (
    "id" UUID NOT NULL,
    "slug" TEXT,
    "title" TEXT NOT NULL,
    "volume" INTEGER,
    "number" INTEGER,
    "date" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fileName" TEXT NOT NULL,
    "uploadKey" TEXT,
    "pdfKey" TEXT,
    "pdfBytes" INTEGER NOT NULL DEFAULT 0,
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "preparedAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT,
    CONSTRAINT "PrintIssue_pkey" PRIMARY KEY ("id"),
    -- Nothing goes before readers unread, without an address, or without a name to answer for it.
    CONSTRAINT "PrintIssue_published_whole" CHECK ("publishedAt" IS NULL OR ("preparedAt" IS NOT NULL AND "pdfKey" IS NOT NULL AND "slug" IS NOT NULL AND "publishedById" IS NOT NULL)),
    CONSTRAINT "PrintIssue_withdrawn_after" CHECK ("withdrawnAt" IS NULL OR "publishedAt" IS NOT NULL)
);
CREATE UNIQUE INDEX "PrintIssue_slug_key" ON "PrintIssue"("slug");
CREATE INDEX "PrintIssue_publishedAt_withdrawnAt_idx" ON "PrintIssue"("publishedAt", "withdrawnAt");
CREATE INDEX "PrintIssue_uploadedById_idx" ON "PrintIssue"("uploadedById");
CREATE INDEX "PrintIssue_publishedById_idx" ON "PrintIssue"("publishedById");
CREATE INDEX "PrintIssue_uploadKey_idx" ON "PrintIssue"("uploadKey");
CREATE INDEX "PrintIssue_pdfKey_idx" ON "PrintIssue"("pdfKey");
ALTER TABLE "PrintIssue" ADD CONSTRAINT "PrintIssue_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PrintIssue" ADD CONSTRAINT "PrintIssue_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "PrintPage" (
    "id" UUID NOT NULL,
    "issueId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "typedText" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "PrintPage_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PrintPage_issueId_number_key" ON "PrintPage"("issueId", "number");
ALTER TABLE "PrintPage" ADD CONSTRAINT "PrintPage_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "PrintIssue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PrintPicture" (
    "pageId" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    CONSTRAINT "PrintPicture_pkey" PRIMARY KEY ("pageId","width")
);
CREATE INDEX "PrintPicture_key_idx" ON "PrintPicture"("key");
ALTER TABLE "PrintPicture" ADD CONSTRAINT "PrintPicture_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "PrintPage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PrintStory" (
    "issueId" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    CONSTRAINT "PrintStory_pkey" PRIMARY KEY ("issueId","storyId","page")
);
CREATE INDEX "PrintStory_storyId_idx" ON "PrintStory"("storyId");
ALTER TABLE "PrintStory" ADD CONSTRAINT "PrintStory_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "PrintIssue"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PrintStory" ADD CONSTRAINT "PrintStory_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Readers see exactly what was approved: once published, an issue can only be withdrawn, and that for good.
CREATE FUNCTION "guard_print_issue"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."publishedAt" IS NULL THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'PrintIssue % was published: DELETE is refused; withdraw it.', OLD."id";
  END IF;
  IF (NEW."id", NEW."slug", NEW."title", NEW."volume", NEW."number", NEW."date", NEW."pdfKey", NEW."uploadedById", NEW."preparedAt", NEW."publishedAt", NEW."publishedById")
     IS DISTINCT FROM (OLD."id", OLD."slug", OLD."title", OLD."volume", OLD."number", OLD."date", OLD."pdfKey", OLD."uploadedById", OLD."preparedAt", OLD."publishedAt", OLD."publishedById") THEN
    RAISE EXCEPTION 'PrintIssue % was published: what was approved does not change.', OLD."id";
  END IF;
  IF OLD."withdrawnAt" IS NOT NULL AND (NEW."withdrawnAt", NEW."withdrawnReason") IS DISTINCT FROM (OLD."withdrawnAt", OLD."withdrawnReason") THEN
    RAISE EXCEPTION 'PrintIssue % was withdrawn, for good.', OLD."id";
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_print_issue"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "PrintIssue_kept" BEFORE UPDATE OR DELETE ON "PrintIssue"
  FOR EACH ROW EXECUTE FUNCTION "guard_print_issue"();
CREATE TRIGGER "PrintIssue_no_truncate" BEFORE TRUNCATE ON "PrintIssue"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_truncate"();
ALTER TABLE "PrintIssue" ENABLE ALWAYS TRIGGER "PrintIssue_kept";
ALTER TABLE "PrintIssue" ENABLE ALWAYS TRIGGER "PrintIssue_no_truncate";

CREATE FUNCTION "guard_print_page"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_issue uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN of_issue := OLD."issueId"; ELSE of_issue := NEW."issueId"; END IF;
  IF EXISTS (SELECT 1 FROM "PrintIssue" WHERE "id" = of_issue AND "publishedAt" IS NOT NULL)
     OR (TG_OP = 'UPDATE' AND OLD."issueId" IS DISTINCT FROM NEW."issueId") THEN
    RAISE EXCEPTION 'The pages of PrintIssue % were published: % is refused.', of_issue, TG_OP;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_print_page"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "PrintPage_kept" BEFORE INSERT OR UPDATE OR DELETE ON "PrintPage"
  FOR EACH ROW EXECUTE FUNCTION "guard_print_page"();
ALTER TABLE "PrintPage" ENABLE ALWAYS TRIGGER "PrintPage_kept";
