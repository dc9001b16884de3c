-- Pages: what staff write about the paper itself goes the way of a story, and is none.
CREATE TYPE "StoryKind" AS ENUM ('STORY', 'PAGE');
ALTER TABLE "Story" ADD COLUMN "kind" "StoryKind" NOT NULL DEFAULT 'STORY';
CREATE INDEX "Story_kind_idx" ON "Story"("kind");

CREATE FUNCTION "guard_story_kind"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Story % is a %: a page never becomes a story, nor a story a page.', OLD."id", OLD."kind";
END $$;
CREATE TRIGGER "Story_kind_kept" BEFORE UPDATE OF "kind" ON "Story"
  FOR EACH ROW WHEN (OLD."kind" IS DISTINCT FROM NEW."kind") EXECUTE FUNCTION "guard_story_kind"();
ALTER TABLE "Story" ENABLE ALWAYS TRIGGER "Story_kind_kept";

-- The addresses that somebody's page has and had, each made from the name that readers saw.
CREATE TABLE "StaffAddress" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "form" "BylineForm" NOT NULL,
    "current" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "StaffAddress_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "StaffAddress_handle_key" ON "StaffAddress"("handle");
CREATE INDEX "StaffAddress_staffId_idx" ON "StaffAddress"("staffId");
CREATE UNIQUE INDEX "StaffAddress_one_current" ON "StaffAddress"("staffId") WHERE "current";
ALTER TABLE "StaffAddress" ADD CONSTRAINT "StaffAddress_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION "guard_staff_address"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Address /staff/% was public: it never changes and never goes to somebody else.', OLD."handle";
END $$;
CREATE TRIGGER "StaffAddress_kept" BEFORE UPDATE ON "StaffAddress"
  FOR EACH ROW WHEN (OLD."id" <> NEW."id" OR OLD."handle" <> NEW."handle" OR OLD."staffId" <> NEW."staffId") EXECUTE FUNCTION "guard_staff_address"();
ALTER TABLE "StaffAddress" ENABLE ALWAYS TRIGGER "StaffAddress_kept";
