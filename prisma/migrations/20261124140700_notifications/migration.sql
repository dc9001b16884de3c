-- What somebody is told of, how they want to be told, and the mails that go out.

CREATE TYPE "MailState" AS ENUM ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN', 'DROPPED', 'CAUGHT');
CREATE TYPE "DigestEvery" AS ENUM ('DAILY', 'WEEKLY', 'NEVER');

CREATE TABLE "OutgoingMail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    -- No foreign key, as on a notification: see there.
    "userId" UUID,
    "linkId" UUID,
    "sealed" BYTEA,
    "state" "MailState" NOT NULL DEFAULT 'WAITING',
    "claim" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "handedOverAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "OutgoingMail_createdAt_id_idx" ON "OutgoingMail"("createdAt", "id");
CREATE INDEX "OutgoingMail_state_createdAt_idx" ON "OutgoingMail"("state", "createdAt");
CREATE INDEX "OutgoingMail_linkId_idx" ON "OutgoingMail"("linkId");
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "OneTimeLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- A mail is handed over by whoever claimed it, and its words do not outlive its sending.
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_handed_over" CHECK ("handedOverAt" IS NULL OR "claim" IS NOT NULL);
ALTER TABLE "OutgoingMail" ADD CONSTRAINT "OutgoingMail_words_erased" CHECK ("state" NOT IN ('SENT', 'DROPPED') OR "sealed" IS NULL);

-- No foreign key to its recipient: a notification is written while a story is locked, and the check of a foreign key would lock the
-- account after it, where commands that change people lock accounts first. Accounts are never deleted.
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "storyId" UUID,
    "subjectId" TEXT,
    "byId" UUID,
    "count" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "inApp" BOOLEAN NOT NULL DEFAULT true,
    "toDigest" BOOLEAN NOT NULL DEFAULT false,
    "digestedAt" TIMESTAMPTZ(3),
    "mailId" UUID,
    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Notification_userId_at_id_idx" ON "Notification"("userId", "at", "id");
CREATE INDEX "Notification_storyId_idx" ON "Notification"("storyId");
CREATE INDEX "Notification_mailId_idx" ON "Notification"("mailId");
CREATE INDEX "Notification_at_idx" ON "Notification"("at");
-- For the count on every page of the newsroom, and for the look at whose digest is due.
CREATE INDEX "Notification_unread" ON "Notification"("userId") WHERE "readAt" IS NULL AND "inApp";
CREATE INDEX "Notification_for_digest" ON "Notification"("userId", "at") WHERE "toDigest" AND "digestedAt" IS NULL AND "readAt" IS NULL;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "OutgoingMail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "NotificationSettings" (
    "userId" UUID NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "digest" "DigestEvery" NOT NULL DEFAULT 'DAILY',
    "digestHour" INTEGER NOT NULL DEFAULT 7,
    CONSTRAINT "NotificationSettings_pkey" PRIMARY KEY ("userId")
);
ALTER TABLE "NotificationSettings" ADD CONSTRAINT "NotificationSettings_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NotificationSettings" ADD CONSTRAINT "NotificationSettings_hour" CHECK ("digestHour" BETWEEN 0 AND 23);

-- One digest of a person for one period: whoever writes the row sends it.
CREATE TABLE "Digest" (
    "userId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "mailId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Digest_pkey" PRIMARY KEY ("userId", "period")
);
CREATE INDEX "Digest_mailId_idx" ON "Digest"("mailId");
CREATE INDEX "Digest_at_idx" ON "Digest"("at");
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Digest" ADD CONSTRAINT "Digest_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "OutgoingMail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Failures of jobs that admins were told of.
CREATE TABLE "ToldOfJob" (
    "failure" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ToldOfJob_pkey" PRIMARY KEY ("failure")
);
CREATE INDEX "ToldOfJob_at_idx" ON "ToldOfJob"("at");

-- Due days that people were told of, near ("due.near draft:2026-11-24") or passed: each once.
CREATE TABLE "ToldOfDue" (
    "storyId" UUID NOT NULL,
    "due" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ToldOfDue_pkey" PRIMARY KEY ("storyId", "due")
);
CREATE INDEX "ToldOfDue_at_idx" ON "ToldOfDue"("at");
ALTER TABLE "ToldOfDue" ADD CONSTRAINT "ToldOfDue_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
