-- Sub-sections, their colours and former addresses; tags that became others; series; and what lists of live stories are read along.

ALTER TABLE "Section" ADD COLUMN "parentId" UUID,
  ADD COLUMN "color" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "closedAt" TIMESTAMPTZ(3),
  ADD COLUMN "mergedIntoId" UUID,
  ADD CONSTRAINT "Section_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Section_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Section_not_within_itself" CHECK ("parentId" <> "id" AND "mergedIntoId" <> "id"),
  ADD CONSTRAINT "Section_color" CHECK ("color" = '' OR "color" ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT "Section_merged_is_closed" CHECK ("mergedIntoId" IS NULL OR "closedAt" IS NOT NULL);
CREATE INDEX "Section_parentId_idx" ON "Section"("parentId");
CREATE INDEX "Section_mergedIntoId_idx" ON "Section"("mergedIntoId");

CREATE TABLE "SectionSlug" (
    "slug" TEXT NOT NULL,
    "sectionId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SectionSlug_pkey" PRIMARY KEY ("slug")
);
CREATE INDEX "SectionSlug_sectionId_idx" ON "SectionSlug"("sectionId");
ALTER TABLE "SectionSlug" ADD CONSTRAINT "SectionSlug_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Tag" ADD COLUMN "mergedIntoId" UUID,
  ADD CONSTRAINT "Tag_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Tag_not_into_itself" CHECK ("mergedIntoId" <> "id");
CREATE INDEX "Tag_mergedIntoId_idx" ON "Tag"("mergedIntoId");

CREATE TABLE "Series" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Series_slug_key" ON "Series"("slug");

CREATE TABLE "SeriesPart" (
    "storyId" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "SeriesPart_pkey" PRIMARY KEY ("storyId")
);
CREATE UNIQUE INDEX "SeriesPart_seriesId_position_key" ON "SeriesPart"("seriesId", "position");
ALTER TABLE "SeriesPart" ADD CONSTRAINT "SeriesPart_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SeriesPart" ADD CONSTRAINT "SeriesPart_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Lists of a section are walked newest first along one index, however few of the paper's stories it has. What the column says follows from the live
-- revision, which nobody can change, so the database writes it.
ALTER TABLE "Story" ADD COLUMN "liveSectionId" UUID;
UPDATE "Story" s SET "liveSectionId" = r."sectionId" FROM "Revision" r WHERE r."id" = s."liveRevisionId";
CREATE FUNCTION "keep_live_section"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."liveSectionId" := (SELECT r."sectionId" FROM "Revision" r WHERE r."id" = NEW."liveRevisionId");
  RETURN NEW;
END $$;
ALTER FUNCTION "keep_live_section"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "Story_live_section" BEFORE INSERT OR UPDATE OF "liveRevisionId", "liveSectionId" ON "Story"
  FOR EACH ROW EXECUTE FUNCTION "keep_live_section"();
ALTER TABLE "Story" ENABLE ALWAYS TRIGGER "Story_live_section";
CREATE INDEX "Story_live" ON "Story"("firstPublishedAt", "id") WHERE "liveRevisionId" IS NOT NULL;
CREATE INDEX "Story_live_in_section" ON "Story"("liveSectionId", "firstPublishedAt", "id") WHERE "liveRevisionId" IS NOT NULL;
-- The list of all sitemaps counts what is in each month and looks for the last change, from the index alone.
CREATE INDEX "Story_findable" ON "Story"("firstPublishedAt") INCLUDE ("lastPublishedAt") WHERE "liveRevisionId" IS NOT NULL AND "hiddenFromSearchAt" IS NULL;
