-- The sports desk: teams of a school year with their roster, their games and what these came to, and the table of their league.

CREATE TYPE "GamePlace" AS ENUM ('HOME', 'AWAY', 'NEUTRAL');
CREATE TYPE "GameCall" AS ENUM ('ON', 'POSTPONED', 'CANCELLED');

CREATE TABLE "SportsDesk" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sectionId" UUID,
    "strip" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "SportsDesk_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SportsDesk_one_row" CHECK ("id" = 1)
);
CREATE INDEX "SportsDesk_sectionId_idx" ON "SportsDesk"("sectionId");
ALTER TABLE "SportsDesk" ADD CONSTRAINT "SportsDesk_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;
INSERT INTO "SportsDesk" ("id") VALUES (1);

CREATE TABLE "SportsTeam" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "sport" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "gender" TEXT NOT NULL,
    "schoolYear" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "league" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SportsTeam_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SportsTeam_slug_key" ON "SportsTeam"("slug");
CREATE INDEX "SportsTeam_schoolYear_idx" ON "SportsTeam"("schoolYear");

CREATE TABLE "SportsOpponent" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    -- The name in lower case: one opponent, however it is typed.
    "key" TEXT NOT NULL,
    CONSTRAINT "SportsOpponent_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SportsOpponent_key_key" ON "SportsOpponent"("key");

CREATE TABLE "SportsGame" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "timed" BOOLEAN NOT NULL,
    "place" "GamePlace" NOT NULL,
    "venue" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "league" BOOLEAN NOT NULL DEFAULT false,
    "call" "GameCall" NOT NULL DEFAULT 'ON',
    "result" JSONB,
    "resultAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedById" UUID NOT NULL,
    CONSTRAINT "SportsGame_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SportsGame_result_dated" CHECK (("result" IS NULL) = ("resultAt" IS NULL))
);
CREATE INDEX "SportsGame_teamId_at_idx" ON "SportsGame"("teamId", "at");
CREATE INDEX "SportsGame_at_idx" ON "SportsGame"("at");
CREATE INDEX "SportsGame_changedById_idx" ON "SportsGame"("changedById");
ALTER TABLE "SportsGame" ADD CONSTRAINT "SportsGame_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "SportsTeam"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SportsGame" ADD CONSTRAINT "SportsGame_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "SportsGameOpponent" (
    "gameId" UUID NOT NULL,
    "opponentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "SportsGameOpponent_pkey" PRIMARY KEY ("gameId", "opponentId")
);
CREATE INDEX "SportsGameOpponent_opponentId_idx" ON "SportsGameOpponent"("opponentId");
ALTER TABLE "SportsGameOpponent" ADD CONSTRAINT "SportsGameOpponent_gameId_fkey" FOREIGN KEY ("gameId") REFERENCES "SportsGame"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SportsGameOpponent" ADD CONSTRAINT "SportsGameOpponent_opponentId_fkey" FOREIGN KEY ("opponentId") REFERENCES "SportsOpponent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "SportsPlayer" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "position" TEXT NOT NULL DEFAULT '',
    "grade" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "SportsPlayer_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SportsPlayer_teamId_line_key" ON "SportsPlayer"("teamId", "line");
ALTER TABLE "SportsPlayer" ADD CONSTRAINT "SportsPlayer_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "SportsTeam"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "SportsStanding" (
    "teamId" UUID NOT NULL,
    "opponentId" UUID NOT NULL,
    "wins" INTEGER NOT NULL,
    "losses" INTEGER NOT NULL,
    "ties" INTEGER NOT NULL,
    CONSTRAINT "SportsStanding_pkey" PRIMARY KEY ("teamId", "opponentId")
);
CREATE INDEX "SportsStanding_opponentId_idx" ON "SportsStanding"("opponentId");
ALTER TABLE "SportsStanding" ADD CONSTRAINT "SportsStanding_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "SportsTeam"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SportsStanding" ADD CONSTRAINT "SportsStanding_opponentId_fkey" FOREIGN KEY ("opponentId") REFERENCES "SportsOpponent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
