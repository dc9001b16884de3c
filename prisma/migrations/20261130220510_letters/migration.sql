-- Letters to the editor and tips, as readers send them, and what the newsroom does with them.

CREATE TYPE "LetterKind" AS ENUM ('LETTER', 'TIP');
CREATE TYPE "LetterState" AS ENUM ('NEW', 'TAKEN', 'DONE', 'DECLINED');

CREATE TABLE "ReaderLetter" (
    "id" UUID NOT NULL,
    "kind" "LetterKind" NOT NULL,
    "state" "LetterState" NOT NULL DEFAULT 'NEW',
    "name" TEXT NOT NULL DEFAULT '',
    "sealedContact" BYTEA,
    "text" TEXT NOT NULL,
    "mayPublish" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenById" UUID,
    "takenAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "reply" TEXT NOT NULL DEFAULT '',
    "repliedAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),
    "storyId" UUID,
    "pitchId" UUID,
    CONSTRAINT "ReaderLetter_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ReaderLetter_storyId_key" ON "ReaderLetter"("storyId");
CREATE UNIQUE INDEX "ReaderLetter_pitchId_key" ON "ReaderLetter"("pitchId");
CREATE INDEX "ReaderLetter_state_createdAt_idx" ON "ReaderLetter"("state", "createdAt");
CREATE INDEX "ReaderLetter_closedAt_idx" ON "ReaderLetter"("closedAt");
CREATE INDEX "ReaderLetter_takenById_idx" ON "ReaderLetter"("takenById");
CREATE INDEX "ReaderLetter_closedById_idx" ON "ReaderLetter"("closedById");
ALTER TABLE "ReaderLetter" ADD CONSTRAINT "ReaderLetter_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReaderLetter" ADD CONSTRAINT "ReaderLetter_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReaderLetter" ADD CONSTRAINT "ReaderLetter_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReaderLetter" ADD CONSTRAINT "ReaderLetter_pitchId_fkey" FOREIGN KEY ("pitchId") REFERENCES "Pitch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- A tip bears no name, whoever asks for one later.
ALTER TABLE "ReaderLetter" ADD CONSTRAINT "ReaderLetter_tip_without_name" CHECK ("kind" <> 'TIP' OR ("name" = '' AND NOT "mayPublish"));
