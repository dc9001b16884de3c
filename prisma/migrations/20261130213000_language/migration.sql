-- The language in which the paper speaks to its readers (domain/words). The newsroom speaks English.

CREATE TYPE "Language" AS ENUM ('en', 'es');

ALTER TABLE "Paper" ADD COLUMN "language" "Language" NOT NULL DEFAULT 'en';
