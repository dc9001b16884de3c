-- What readers can find besides stories: the pages of the paper and the pages of printed issues, one row each. Filled by the paper itself
-- (server/search/write-sheets.ts), and held to what readers see as "SearchDocument" is.
CREATE TABLE "SearchSheet" (
    "id" UUID NOT NULL,
    "storyId" UUID,
    "revisionId" UUID,
    "printPageId" UUID,
    "day" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "vector" TSVECTOR NOT NULL,
    CONSTRAINT "SearchSheet_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SearchSheet_of_one" CHECK (("storyId" IS NULL) <> ("printPageId" IS NULL) AND ("storyId" IS NULL) = ("revisionId" IS NULL))
);
ALTER TABLE "SearchSheet" ALTER COLUMN "vector" SET STORAGE MAIN;
ALTER TABLE "SearchSheet" SET (toast_tuple_target = 128);
CREATE INDEX "SearchSheet_vector_idx" ON "SearchSheet" USING GIN ("vector") WITH (fastupdate = off);
CREATE UNIQUE INDEX "SearchSheet_storyId_key" ON "SearchSheet"("storyId");
CREATE INDEX "SearchSheet_revisionId_idx" ON "SearchSheet"("revisionId");
CREATE UNIQUE INDEX "SearchSheet_printPageId_key" ON "SearchSheet"("printPageId");
ALTER TABLE "SearchSheet" ADD CONSTRAINT "SearchSheet_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SearchSheet" ADD CONSTRAINT "SearchSheet_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SearchSheet" ADD CONSTRAINT "SearchSheet_printPageId_fkey" FOREIGN KEY ("printPageId") REFERENCES "PrintPage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whatever moves the live pointer of a page, or takes a printed issue from readers: what was found of it is gone in the same transaction.
CREATE FUNCTION "forget_page_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchSheet" WHERE "storyId" = NEW."id";
  RETURN NULL;
END $$;
ALTER FUNCTION "forget_page_for_search"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "forget_page_for_search" AFTER UPDATE OF "liveRevisionId" ON "Story" FOR EACH ROW
  WHEN (OLD."kind" = 'PAGE' AND OLD."liveRevisionId" IS DISTINCT FROM NEW."liveRevisionId")
  EXECUTE FUNCTION "forget_page_for_search"();
ALTER TABLE "Story" ENABLE ALWAYS TRIGGER "forget_page_for_search";

CREATE FUNCTION "forget_issue_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchSheet" s USING "PrintPage" p WHERE s."printPageId" = p."id" AND p."issueId" = NEW."id";
  RETURN NULL;
END $$;
ALTER FUNCTION "forget_issue_for_search"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "forget_issue_for_search" AFTER UPDATE OF "publishedAt", "withdrawnAt" ON "PrintIssue" FOR EACH ROW
  WHEN (OLD."publishedAt" IS DISTINCT FROM NEW."publishedAt" OR OLD."withdrawnAt" IS DISTINCT FROM NEW."withdrawnAt")
  EXECUTE FUNCTION "forget_issue_for_search"();
ALTER TABLE "PrintIssue" ENABLE ALWAYS TRIGGER "forget_issue_for_search";

-- Nothing but what readers see is ever put in. The lock makes a withdrawal under way come first, or wait.
CREATE FUNCTION "guard_search_sheet"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."printPageId" IS NULL THEN
    PERFORM 1 FROM "Story" WHERE "id" = NEW."storyId" AND "kind" = 'PAGE' AND "liveRevisionId" = NEW."revisionId" FOR SHARE;
  ELSE
    PERFORM 1 FROM "PrintIssue" i JOIN "PrintPage" p ON p."issueId" = i."id"
      WHERE p."id" = NEW."printPageId" AND i."publishedAt" IS NOT NULL AND i."withdrawnAt" IS NULL FOR SHARE OF i;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Page % is not what readers see: it cannot be found by them.', COALESCE(NEW."storyId", NEW."printPageId");
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_search_sheet"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "guard_search_sheet" BEFORE INSERT OR UPDATE ON "SearchSheet" FOR EACH ROW EXECUTE FUNCTION "guard_search_sheet"();
ALTER TABLE "SearchSheet" ENABLE ALWAYS TRIGGER "guard_search_sheet";
