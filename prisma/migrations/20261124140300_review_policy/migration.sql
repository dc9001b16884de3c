-- How a paper reviews: what is asked when a story goes back, what the authors say against it, how long a story may be held,
-- who decides then, and the answers of the risk checklist.

ALTER TYPE "ReviewDecision" ADD VALUE 'COMMENT';
CREATE TYPE "ChangeRequest" AS ENUM ('SUGGESTION', 'REQUIRED');
CREATE TYPE "Escalation" AS ENUM ('ADVISERS', 'PERSON', 'EDITORS');

ALTER TABLE "Paper"
    ADD COLUMN "holdHours" INTEGER NOT NULL DEFAULT 14,
    ADD COLUMN "consultHours" INTEGER NOT NULL DEFAULT 7,
    ADD COLUMN "escalation" "Escalation" NOT NULL DEFAULT 'ADVISERS',
    ADD COLUMN "escalatePersonId" UUID,
    ADD COLUMN "schoolOpens" TEXT NOT NULL DEFAULT '08:00',
    ADD COLUMN "schoolCloses" TEXT NOT NULL DEFAULT '15:00',
    ADD COLUMN "daysOff" JSONB NOT NULL DEFAULT '[]';
CREATE INDEX "Paper_escalatePersonId_idx" ON "Paper"("escalatePersonId");
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_escalatePersonId_fkey" FOREIGN KEY ("escalatePersonId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Section" ADD COLUMN "needsRiskChecklist" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Story" ADD COLUMN "escalatedAt" TIMESTAMPTZ(3);
CREATE INDEX "Story_state_escalatedAt_idx" ON "Story"("state", "escalatedAt");

ALTER TABLE "Review"
    ADD COLUMN "request" "ChangeRequest",
    ADD COLUMN "reason" TEXT NOT NULL DEFAULT '';
-- Decisions of before stay as they were written: what was asked then is in their notes.

ALTER TABLE "Note" ADD COLUMN "reviewId" UUID;
CREATE INDEX "Note_reviewId_idx" ON "Note"("reviewId");
ALTER TABLE "Note" ADD CONSTRAINT "Note_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
UPDATE "Note" n SET "reviewId" = r."id" FROM "Review" r
WHERE r."decision" = 'REQUEST_CHANGES' AND n."revisionId" = r."revisionId" AND n."authorId" = r."byId" AND n."body" = r."notes";

CREATE TABLE "Objection" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "lifted" BOOLEAN,
    "answer" TEXT NOT NULL DEFAULT '',
    "escalatedAt" TIMESTAMPTZ(3),
    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Objection_reviewId_idx" ON "Objection"("reviewId");
CREATE INDEX "Objection_byId_idx" ON "Objection"("byId");
CREATE INDEX "Objection_answeredById_idx" ON "Objection"("answeredById");
CREATE INDEX "Objection_answeredAt_escalatedAt_idx" ON "Objection"("answeredAt", "escalatedAt");
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An objection stays as it was written: it may be answered once, and nothing else.
CREATE FUNCTION "keep_objection"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'an objection is kept' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW."id" <> OLD."id" OR NEW."reviewId" <> OLD."reviewId" OR NEW."byId" <> OLD."byId" OR NEW."body" <> OLD."body" OR NEW."createdAt" <> OLD."createdAt"
       OR (OLD."answeredAt" IS NOT NULL AND (NEW."answeredAt", NEW."answeredById", NEW."lifted", NEW."answer") IS DISTINCT FROM (OLD."answeredAt", OLD."answeredById", OLD."lifted", OLD."answer")) THEN
        RAISE EXCEPTION 'an objection is kept as it was written' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER "Objection_kept" BEFORE UPDATE OR DELETE ON "Objection" FOR EACH ROW EXECUTE FUNCTION "keep_objection"();

CREATE TABLE "RiskCheck" (
    "id" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "RiskCheck_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "RiskCheck_revisionId_createdAt_idx" ON "RiskCheck"("revisionId", "createdAt");
CREATE INDEX "RiskCheck_byId_idx" ON "RiskCheck"("byId");
ALTER TABLE "RiskCheck" ADD CONSTRAINT "RiskCheck_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RiskCheck" ADD CONSTRAINT "RiskCheck_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
