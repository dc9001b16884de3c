-- One number for all that readers see (docs/decisions/0025). What our servers keep of the paper's pages holds for one epoch alone.
CREATE TABLE "ReaderEpoch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" BIGINT NOT NULL,
    CONSTRAINT "ReaderEpoch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ReaderEpoch_one_row" CHECK ("id" = 1)
);
INSERT INTO "ReaderEpoch" ("id", "epoch") VALUES (1, 1);

-- Moves it and tells every server, both at the commit.
CREATE FUNCTION "move_reader_epoch"() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  moved bigint;
BEGIN
  UPDATE "ReaderEpoch" SET "epoch" = "epoch" + 1 WHERE "id" = 1 RETURNING "epoch" INTO STRICT moved;
  PERFORM pg_notify('reader_epoch', moved::text);
  RETURN moved;
END $$;
ALTER FUNCTION "move_reader_epoch"() SET search_path = pg_catalog, public, pg_temp;

-- Every event on record moves it in its own transaction, but for those of the newsroom's daily work that no reader sees. A kind that is not named here
-- moves it: that costs some pages to be made anew, and the other mistake would show what was taken down. Deferred, after the chain: whoever
-- waits for the row holds the end of the chain, so no two transactions can wait for each other because of it.
CREATE FUNCTION "event_moves_reader_epoch"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Once a transaction, however many events it writes.
  IF NOT EXISTS (SELECT FROM "ReaderEpoch" WHERE xmin = pg_current_xact_id()::xid) THEN
    PERFORM "move_reader_epoch"();
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION "event_moves_reader_epoch"() SET search_path = pg_catalog, public, pg_temp;
CREATE CONSTRAINT TRIGGER "AuditEvent_moves_epoch" AFTER INSERT ON "AuditEvent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (
    NEW."kind" NOT IN ('story.created', 'story.edited', 'story.restored', 'story.submit', 'story.sendOn', 'story.sendBack', 'story.approve', 'story.askWithdrawal', 'front.arranged', 'media.uploaded')
    AND split_part(NEW."kind", '.', 1) NOT IN ('note', 'copydesk', 'account', 'review', 'objection', 'pitch', 'assignment', 'plan', 'photo', 'mail', 'job', 'audit', 'record')
  )
  EXECUTE FUNCTION "event_moves_reader_epoch"();
ALTER TABLE "AuditEvent" ENABLE ALWAYS TRIGGER "AuditEvent_moves_epoch";
