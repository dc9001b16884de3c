-- What readers can find: one document for each live story, and the words that a mistyped one may have meant. Both are filled by the paper
-- itself (server/search/fill.ts), since the text of a story is read by its own rules.

-- Trusted since PostgreSQL 13: whoever may create in the database may create it. It comes with PostgreSQL's own "contrib".
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE "SearchDocument" (
    "storyId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "captions" TEXT NOT NULL,
    "vector" TSVECTOR NOT NULL,
    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("storyId")
);
-- Ranking reads many vectors and no text: the one stays in its row where it fits, the other lies apart.
ALTER TABLE "SearchDocument" ALTER COLUMN "vector" SET STORAGE MAIN;
ALTER TABLE "SearchDocument" SET (toast_tuple_target = 128);
-- A search would have to go through what waits in a pending list.
CREATE INDEX "SearchDocument_vector_idx" ON "SearchDocument" USING GIN ("vector") WITH (fastupdate = off);
CREATE INDEX "SearchDocument_publishedAt_idx" ON "SearchDocument"("publishedAt");
CREATE INDEX "SearchDocument_revisionId_idx" ON "SearchDocument"("revisionId");
ALTER TABLE "SearchDocument" ADD CONSTRAINT "SearchDocument_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SearchDocument" ADD CONSTRAINT "SearchDocument_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,
    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- Whatever moves the live pointer, or the day that a story came out: what was found of it before is gone in the same transaction.
CREATE FUNCTION "forget_for_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchDocument" WHERE "storyId" = NEW."id";
  RETURN NULL;
END $$;
ALTER FUNCTION "forget_for_search"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "forget_for_search" AFTER UPDATE OF "liveRevisionId", "firstPublishedAt" ON "Story" FOR EACH ROW
  WHEN (OLD."liveRevisionId" IS DISTINCT FROM NEW."liveRevisionId" OR OLD."firstPublishedAt" IS DISTINCT FROM NEW."firstPublishedAt")
  EXECUTE FUNCTION "forget_for_search"();
ALTER TABLE "Story" ENABLE ALWAYS TRIGGER "forget_for_search";

-- Nothing but the live revision is ever put in. The lock makes a withdrawal under way come first, or wait.
CREATE FUNCTION "guard_search_document"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Story" WHERE "id" = NEW."storyId" AND "liveRevisionId" = NEW."revisionId" AND "firstPublishedAt" = NEW."publishedAt" FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Revision % of story % is not what readers see: it cannot be found by them.', NEW."revisionId", NEW."storyId";
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION "guard_search_document"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "guard_search_document" BEFORE INSERT OR UPDATE ON "SearchDocument" FOR EACH ROW EXECUTE FUNCTION "guard_search_document"();
ALTER TABLE "SearchDocument" ENABLE ALWAYS TRIGGER "guard_search_document";
