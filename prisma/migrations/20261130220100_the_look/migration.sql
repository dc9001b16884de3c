-- How the paper looks: colours, typefaces, logo, links around its pages. What is not in it is as a paper begins.
ALTER TABLE "Paper" ADD COLUMN "look" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "Paper" ADD COLUMN "lookVersion" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_look_object" CHECK (jsonb_typeof("look") = 'object');

-- A look that somebody tries out: theirs alone, and gone with them.
CREATE TABLE "LookDraft" (
    "userId" UUID NOT NULL,
    "base" INTEGER NOT NULL,
    "look" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "LookDraft_pkey" PRIMARY KEY ("userId")
);
ALTER TABLE "LookDraft" ADD CONSTRAINT "LookDraft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "LookDraft" ADD CONSTRAINT "LookDraft_look_object" CHECK (jsonb_typeof("look") = 'object');

-- The files that were uploaded as a logo. The file outlives whoever uploaded it.
CREATE TABLE "Logo" (
    "key" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Logo_pkey" PRIMARY KEY ("key")
);
ALTER TABLE "Logo" ADD CONSTRAINT "Logo_key_of_file" CHECK ("key" ~ '^[0-9a-f]{64}\.png$');
ALTER TABLE "Logo" ADD CONSTRAINT "Logo_size" CHECK ("width" > 0 AND "height" > 0);
