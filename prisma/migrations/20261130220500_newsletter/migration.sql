-- The newsletter: who gets it, what was sent, and when it goes out by itself.

CREATE TYPE "SubscriberState" AS ENUM ('UNCONFIRMED', 'CONFIRMED', 'SET_ASIDE');
CREATE TYPE "NewsletterKind" AS ENUM ('WEEKLY', 'BREAKING');
CREATE TYPE "NewsletterState" AS ENUM ('SENDING', 'SENT', 'SKIPPED');

CREATE TABLE "NewsletterSettings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "open" BOOLEAN NOT NULL DEFAULT false,
    "weekday" INTEGER,
    "hour" INTEGER NOT NULL DEFAULT 16,
    "weeklySince" TIMESTAMPTZ(3),
    CONSTRAINT "NewsletterSettings_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "NewsletterSettings" ADD CONSTRAINT "NewsletterSettings_one_row" CHECK ("id" = 1);
ALTER TABLE "NewsletterSettings" ADD CONSTRAINT "NewsletterSettings_slot" CHECK (("weekday" IS NULL OR "weekday" BETWEEN 0 AND 6) AND "hour" BETWEEN 0 AND 23);

CREATE TABLE "Subscriber" (
    "id" UUID NOT NULL,
    "addressHash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "state" "SubscriberState" NOT NULL DEFAULT 'UNCONFIRMED',
    "weekly" BOOLEAN NOT NULL DEFAULT true,
    "breaking" BOOLEAN NOT NULL DEFAULT true,
    "asksWeekly" BOOLEAN NOT NULL DEFAULT true,
    "asksBreaking" BOOLEAN NOT NULL DEFAULT true,
    "confirmHash" BYTEA,
    "confirmUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "setAsideAt" TIMESTAMPTZ(3),
    "setAsideReason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Subscriber_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Subscriber_addressHash_key" ON "Subscriber"("addressHash");
CREATE UNIQUE INDEX "Subscriber_confirmHash_key" ON "Subscriber"("confirmHash");
CREATE INDEX "Subscriber_state_id_idx" ON "Subscriber"("state", "id");
-- Nobody gets anything who has not said so from their own mailbox.
ALTER TABLE "Subscriber" ADD CONSTRAINT "Subscriber_confirmed" CHECK ("state" = 'UNCONFIRMED' OR "confirmedAt" IS NOT NULL);

CREATE TABLE "Newsletter" (
    "id" UUID NOT NULL,
    "kind" "NewsletterKind" NOT NULL,
    "state" "NewsletterState" NOT NULL DEFAULT 'SENDING',
    "content" JSONB NOT NULL,
    "period" TEXT,
    "sentById" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cursor" UUID,
    "copies" INTEGER NOT NULL DEFAULT 0,
    "endedAt" TIMESTAMPTZ(3),
    CONSTRAINT "Newsletter_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Newsletter_period_key" ON "Newsletter"("period");
CREATE INDEX "Newsletter_kind_at_idx" ON "Newsletter"("kind", "at");
CREATE INDEX "Newsletter_sentById_idx" ON "Newsletter"("sentById");
ALTER TABLE "Newsletter" ADD CONSTRAINT "Newsletter_sentById_fkey" FOREIGN KEY ("sentById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Which copy a mail is. No foreign key to its reader, who may be gone before it is handed over: then it is dropped.
ALTER TABLE "OutgoingMail"
    ADD COLUMN "newsletterId" UUID,
    ADD COLUMN "subscriberId" UUID;
CREATE UNIQUE INDEX "OutgoingMail_newsletterId_subscriberId_key" ON "OutgoingMail"("newsletterId", "subscriberId");
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_newsletterId_fkey" FOREIGN KEY ("newsletterId") REFERENCES "Newsletter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
