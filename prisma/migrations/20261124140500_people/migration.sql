-- People over the years: sections of a membership, what somebody says of themselves, how much of a name readers see, who must not be
-- named, who is away, who answers for a story, and the move to the next school year.

ALTER TABLE "Paper"
    ADD COLUMN "nameForm" "BylineForm" NOT NULL DEFAULT 'FULL',
    ADD COLUMN "namesWithPictures" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "absentDays" INTEGER NOT NULL DEFAULT 3;
-- A paper hides nobody: that is each person's own word.
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_nameForm_shown" CHECK ("nameForm" <> 'HIDDEN');

ALTER TABLE "User"
    ADD COLUMN "absentFrom" DATE,
    ADD COLUMN "absentUntil" DATE;

ALTER TABLE "StaffMember"
    ADD COLUMN "bio" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "portraitId" UUID,
    ADD COLUMN "portraitAlt" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "classOf" INTEGER;
CREATE INDEX "StaffMember_portraitId_idx" ON "StaffMember"("portraitId");
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_portraitId_fkey" FOREIGN KEY ("portraitId") REFERENCES "MediaAsset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX "Membership_schoolYear_idx" ON "Membership"("schoolYear");
CREATE TABLE "MembershipSection" (
    "membershipId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    CONSTRAINT "MembershipSection_pkey" PRIMARY KEY ("membershipId", "sectionId")
);
CREATE INDEX "MembershipSection_sectionId_idx" ON "MembershipSection"("sectionId");
ALTER TABLE "MembershipSection" ADD CONSTRAINT "MembershipSection_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MembershipSection" ADD CONSTRAINT "MembershipSection_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Story" ADD COLUMN "ownerId" UUID;
CREATE INDEX "Story_ownerId_idx" ON "Story"("ownerId");
ALTER TABLE "Story" ADD CONSTRAINT "Story_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "OptOut" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "otherNames" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "addedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "OptOut_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "OptOut_addedById_idx" ON "OptOut"("addedById");
ALTER TABLE "OptOut" ADD CONSTRAINT "OptOut_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "OptOutAllowance" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "optOutId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "OptOutAllowance_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "OptOutAllowance_storyId_optOutId_key" ON "OptOutAllowance"("storyId", "optOutId");
CREATE INDEX "OptOutAllowance_optOutId_idx" ON "OptOutAllowance"("optOutId");
CREATE INDEX "OptOutAllowance_byId_idx" ON "OptOutAllowance"("byId");
ALTER TABLE "OptOutAllowance" ADD CONSTRAINT "OptOutAllowance_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OptOutAllowance" ADD CONSTRAINT "OptOutAllowance_optOutId_fkey" FOREIGN KEY ("optOutId") REFERENCES "OptOut"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "OptOutAllowance" ADD CONSTRAINT "OptOutAllowance_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "YearEnd" (
    "id" UUID NOT NULL,
    "toYear" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "record" JSONB NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,
    CONSTRAINT "YearEnd_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "YearEnd_toYear_idx" ON "YearEnd"("toYear");
CREATE INDEX "YearEnd_byId_idx" ON "YearEnd"("byId");
CREATE INDEX "YearEnd_undoneById_idx" ON "YearEnd"("undoneById");
ALTER TABLE "YearEnd" ADD CONSTRAINT "YearEnd_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "YearEnd" ADD CONSTRAINT "YearEnd_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
