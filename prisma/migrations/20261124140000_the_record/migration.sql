-- One chain over all audit events (docs/decisions/0015). Links lie in a table of their own, so that an event, once written,
-- is never touched again. They are made at the commit, by a deferred trigger: whoever waits for the end of the chain then holds
-- every other lock already, so no two transactions can wait for each other because of it, and the order is that of the commits.

CREATE TABLE "AuditLink" (
    "seq" BIGINT NOT NULL,
    "eventId" BIGINT NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditLink_pkey" PRIMARY KEY ("seq")
);

CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "AuditHead_one_row" CHECK ("id" = 1)
);

CREATE UNIQUE INDEX "AuditLink_eventId_key" ON "AuditLink"("eventId");
CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at", "id");
ALTER TABLE "AuditLink" ADD CONSTRAINT "AuditLink_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "AuditEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an event says, as bytes: "audit event 1" and its fields as netstrings, a null as "-,". domain/audit/canonical.ts makes the same.
CREATE FUNCTION "audit_netstring"("value" text) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp
  RETURN coalesce(octet_length(convert_to("value", 'UTF8')) || ':' || "value", '-') || ',';

CREATE FUNCTION "audit_canonical"("event" "AuditEvent") RETURNS bytea LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp
  RETURN convert_to(
    'audit event 1,'
    || "audit_netstring"(("event")."id"::text)
    || "audit_netstring"(to_char(("event")."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || "audit_netstring"(("event")."actorId"::text)
    || "audit_netstring"(("event")."kind")
    || "audit_netstring"(("event")."storyId"::text)
    || "audit_netstring"(("event")."revisionId"::text)
    || "audit_netstring"(("event")."subjectId")
    || "audit_netstring"(("event")."data"::text),
    'UTF8');

-- Puts an event at the end of the chain, and with it whatever else this transaction wrote after it: the end is moved once, not once for each of
-- a thousand. FOR UPDATE: one transaction after the other, until each has committed.
CREATE FUNCTION "append_audit_links"("first" bigint) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  head RECORD;
  next_seq bigint;
  next_hash bytea;
  event "AuditEvent";
BEGIN
  SELECT "seq", "hash" INTO STRICT head FROM "AuditHead" WHERE "id" = 1 FOR UPDATE;
  next_seq := head."seq";
  next_hash := head."hash";
  FOR event IN
    SELECT e.* FROM "AuditEvent" e
     WHERE e."id" >= "first" AND (e."id" = "first" OR e.xmin = pg_current_xact_id()::xid) AND NOT EXISTS (SELECT FROM "AuditLink" l WHERE l."eventId" = e."id")
     ORDER BY e."id"
  LOOP
    head."hash" := next_hash;
    next_seq := next_seq + 1;
    next_hash := sha256(head."hash" || "audit_canonical"(event));
    INSERT INTO "AuditLink" ("seq", "eventId", "previous", "hash") VALUES (next_seq, event."id", head."hash", next_hash);
  END LOOP;
  UPDATE "AuditHead" SET "seq" = next_seq, "hash" = next_hash WHERE "id" = 1;
END $$;

-- As the owner of the tables: the app's role may not write in the chain.
CREATE FUNCTION "chain_audit_event"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF TG_RELID <> 'public."AuditEvent"'::regclass THEN
    RAISE EXCEPTION 'Only audit events are chained, not rows of "%".', TG_TABLE_NAME;
  END IF;
  -- Chained already, with an earlier event of this transaction?
  IF NOT EXISTS (SELECT FROM "AuditLink" WHERE "eventId" = NEW."id") THEN
    PERFORM "append_audit_links"(NEW."id");
  END IF;
  RETURN NULL;
END $$;

-- With EXECUTE, the app's role could hang the function on a table of its own.
REVOKE ALL ON FUNCTION "append_audit_links"(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION "chain_audit_event"() FROM PUBLIC;

-- The events that are there already, in the order of their ids; nobody adds one meanwhile.
LOCK TABLE "AuditEvent" IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO "AuditHead" ("id", "seq", "hash") VALUES (1, 0, decode(repeat('00', 32), 'hex'));
DO $$
DECLARE
  event "AuditEvent";
  last_seq bigint := 0;
  last_hash bytea := decode(repeat('00', 32), 'hex');
  next_hash bytea;
BEGIN
  FOR event IN SELECT * FROM "AuditEvent" ORDER BY "id" LOOP
    last_seq := last_seq + 1;
    next_hash := sha256(last_hash || "audit_canonical"(event));
    INSERT INTO "AuditLink" ("seq", "eventId", "previous", "hash") VALUES (last_seq, event."id", last_hash, next_hash);
    last_hash := next_hash;
  END LOOP;
  UPDATE "AuditHead" SET "seq" = last_seq, "hash" = last_hash WHERE "id" = 1;
END $$;

CREATE CONSTRAINT TRIGGER "AuditEvent_chained" AFTER INSERT ON "AuditEvent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "chain_audit_event"();
ALTER TABLE "AuditEvent" ENABLE ALWAYS TRIGGER "AuditEvent_chained";

-- Links and head are written by the trigger above alone, also where the app's role owns the tables.
CREATE FUNCTION "guard_audit_chain"() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF TG_LEVEL = 'ROW' AND pg_trigger_depth() > 1 AND (TG_TABLE_NAME = 'AuditLink' AND TG_OP = 'INSERT' OR TG_TABLE_NAME = 'AuditHead' AND TG_OP = 'UPDATE') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The chain of the audit trail is made by the database alone: % of "%" is refused.', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER "AuditLink_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "AuditLink"
  FOR EACH ROW EXECUTE FUNCTION "guard_audit_chain"();
CREATE TRIGGER "AuditLink_no_truncate" BEFORE TRUNCATE ON "AuditLink"
  FOR EACH STATEMENT EXECUTE FUNCTION "guard_audit_chain"();
CREATE TRIGGER "AuditHead_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "AuditHead"
  FOR EACH ROW EXECUTE FUNCTION "guard_audit_chain"();
CREATE TRIGGER "AuditHead_no_truncate" BEFORE TRUNCATE ON "AuditHead"
  FOR EACH STATEMENT EXECUTE FUNCTION "guard_audit_chain"();
ALTER TABLE "AuditLink" ENABLE ALWAYS TRIGGER "AuditLink_guarded";
ALTER TABLE "AuditLink" ENABLE ALWAYS TRIGGER "AuditLink_no_truncate";
ALTER TABLE "AuditHead" ENABLE ALWAYS TRIGGER "AuditHead_guarded";
ALTER TABLE "AuditHead" ENABLE ALWAYS TRIGGER "AuditHead_no_truncate";
