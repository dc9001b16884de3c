-- Reading without a network; and support for the paper, all of it off at first: a box for donations and advertisements.

ALTER TABLE "Paper" ADD COLUMN "offlineReading" BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE "Support" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "donations" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "goal" INTEGER,
    "raised" INTEGER NOT NULL DEFAULT 0,
    "advertisements" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Support_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Support_one_row" CHECK ("id" = 1)
);
INSERT INTO "Support" ("id") VALUES (1);

CREATE TABLE "Advertisement" (
    "id" UUID NOT NULL,
    "advertiser" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "alt" TEXT NOT NULL DEFAULT '',
    "onFront" BOOLEAN NOT NULL DEFAULT true,
    "onStories" BOOLEAN NOT NULL DEFAULT true,
    "startsOn" DATE,
    "endsOn" DATE,
    "smallKey" TEXT NOT NULL,
    "largeKey" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Advertisement_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Advertisement_endsOn_idx" ON "Advertisement"("endsOn");
CREATE INDEX "Advertisement_smallKey_idx" ON "Advertisement"("smallKey");
CREATE INDEX "Advertisement_largeKey_idx" ON "Advertisement"("largeKey");
CREATE INDEX "Advertisement_addedById_idx" ON "Advertisement"("addedById");
ALTER TABLE "Advertisement" ADD CONSTRAINT "Advertisement_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
