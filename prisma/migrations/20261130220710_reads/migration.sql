-- How often stories are read: a number for a story and an hour, and nothing of who read it.

ALTER TABLE "Paper" ADD COLUMN "countsReads" BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE "StoryRead" (
    "storyId" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "StoryRead_pkey" PRIMARY KEY ("storyId","hour"),
    CONSTRAINT "StoryRead_some" CHECK ("count" > 0)
);
CREATE INDEX "StoryRead_hour_idx" ON "StoryRead"("hour");
ALTER TABLE "StoryRead" ADD CONSTRAINT "StoryRead_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
