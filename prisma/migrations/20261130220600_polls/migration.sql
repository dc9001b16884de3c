-- Polls: a question with answers, of whose votes nothing is kept but their number.

CREATE TABLE "Poll" (
    "id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Poll_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Poll_closedAt_idx" ON "Poll"("closedAt");
CREATE INDEX "Poll_createdById_idx" ON "Poll"("createdById");
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "PollOption" (
    "id" UUID NOT NULL,
    "pollId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "votes" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PollOption_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PollOption_counts_up" CHECK ("votes" >= 0)
);
CREATE UNIQUE INDEX "PollOption_pollId_position_key" ON "PollOption"("pollId", "position");
ALTER TABLE "PollOption" ADD CONSTRAINT "PollOption_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was voted on stays what it was, and no vote is taken away.
CREATE FUNCTION "guard_poll"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "PollOption" WHERE "pollId" = OLD."id" AND "votes" > 0)
     AND (TG_OP = 'DELETE' OR NEW."question" IS DISTINCT FROM OLD."question") THEN
    RAISE EXCEPTION 'Poll % has votes: % is refused.', OLD."id", TG_OP;
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
ALTER FUNCTION "guard_poll"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "Poll_kept" BEFORE UPDATE OR DELETE ON "Poll" FOR EACH ROW EXECUTE FUNCTION "guard_poll"();
ALTER TABLE "Poll" ENABLE ALWAYS TRIGGER "Poll_kept";

CREATE FUNCTION "guard_poll_option"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."votes" < OLD."votes" THEN
    RAISE EXCEPTION 'Votes of a poll only ever become more.';
  END IF;
  IF EXISTS (SELECT 1 FROM "PollOption" WHERE "pollId" = OLD."pollId" AND "votes" > 0)
     AND (TG_OP = 'DELETE' OR (NEW."pollId", NEW."position", NEW."text") IS DISTINCT FROM (OLD."pollId", OLD."position", OLD."text")) THEN
    RAISE EXCEPTION 'Poll % has votes: % of its answers is refused.', OLD."pollId", TG_OP;
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
ALTER FUNCTION "guard_poll_option"() SET search_path = pg_catalog, public, pg_temp;
CREATE TRIGGER "PollOption_kept" BEFORE UPDATE OR DELETE ON "PollOption" FOR EACH ROW EXECUTE FUNCTION "guard_poll_option"();
ALTER TABLE "PollOption" ENABLE ALWAYS TRIGGER "PollOption_kept";

-- Which revisions ask a poll is looked up with each vote: the few that ask one are indexed, and no others.
CREATE INDEX "Revision_with_polls" ON "Revision" USING gin ("body" jsonb_path_ops) WHERE "body" @? '$.content[*] ? (@.type == "poll")';
