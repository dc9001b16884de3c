-- Comments of readers: off until somebody switches them on, and seen by nobody before the newsroom let them through.

CREATE TYPE "CommentState" AS ENUM ('WAITING', 'APPROVED', 'DECLINED', 'REMOVED');

CREATE TABLE "CommentSettings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "open" BOOLEAN NOT NULL DEFAULT false,
    "blockedWords" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "CommentSettings_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "CommentSettings" ADD CONSTRAINT "CommentSettings_one_row" CHECK ("id" = 1);

CREATE TABLE "CommentsClosed" (
    "storyId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CommentsClosed_pkey" PRIMARY KEY ("storyId")
);
CREATE INDEX "CommentsClosed_byId_idx" ON "CommentsClosed"("byId");
ALTER TABLE "CommentsClosed" ADD CONSTRAINT "CommentsClosed_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CommentsClosed" ADD CONSTRAINT "CommentsClosed_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "ReaderComment" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "state" "CommentState" NOT NULL DEFAULT 'WAITING',
    "name" TEXT NOT NULL,
    "sealedContact" BYTEA,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "erasedAt" TIMESTAMPTZ(3),
    CONSTRAINT "ReaderComment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ReaderComment_storyId_state_createdAt_id_idx" ON "ReaderComment"("storyId", "state", "createdAt", "id");
CREATE INDEX "ReaderComment_state_createdAt_idx" ON "ReaderComment"("state", "createdAt");
CREATE INDEX "ReaderComment_decidedAt_idx" ON "ReaderComment"("decidedAt");
CREATE INDEX "ReaderComment_decidedById_idx" ON "ReaderComment"("decidedById");
ALTER TABLE "ReaderComment" ADD CONSTRAINT "ReaderComment_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReaderComment" ADD CONSTRAINT "ReaderComment_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What readers see was let through by somebody.
ALTER TABLE "ReaderComment" ADD CONSTRAINT "ReaderComment_decided" CHECK (("state" = 'WAITING') = ("decidedAt" IS NULL) AND ("decidedAt" IS NULL) = ("decidedById" IS NULL));
