-- How a story's page is laid out, with what that layout asks for, such as the facts of a review (domain/story-template.ts).
-- A part of the revision: frozen, compared and approved with it. Null: a standard story.
ALTER TABLE "Revision" ADD COLUMN "template" JSONB;

-- The newest revisions with a tag or by a person are read from the end of an index, however many there are: related stories.
DROP INDEX "RevisionTag_tagId_idx";
CREATE INDEX "RevisionTag_tagId_revisionId_idx" ON "RevisionTag"("tagId", "revisionId");
DROP INDEX "Byline_staffId_idx";
CREATE INDEX "Byline_staffId_revisionId_idx" ON "Byline"("staffId", "revisionId");
