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

-- Puts an event at the end of the chain. FOR UPDATE: one transaction after the other, until each has committed.
CREATE FUNCTION "append_audit_link"("event" "AuditEvent") RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  head RECORD;
  next_hash bytea;
BEGIN
  SELECT "seq", "hash" INTO STRICT head FROM "AuditHead" WHERE "id" = 1 FOR UPDATE;
  next_hash := sha256(head."hash" || "audit_canonical"("event"));
  INSERT INTO "AuditLink" ("seq", "eventId", "previous", "hash") VALUES (head."seq" + 1, ("event")."id", head."hash", next_hash);
  UPDATE "AuditHead" SET "seq" = head."seq" + 1, "hash" = next_hash WHERE "id" = 1;
END $$;

-- As the owner of the tables: the app's role may not write in the chain.
CREATE FUNCTION "chain_audit_event"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF TG_RELID <> 'public."AuditEvent"'::regclass THEN
    RAISE EXCEPTION 'Only audit events are chained, not rows of "%".', TG_TABLE_NAME;
  END IF;
  PERFORM "append_audit_link"(NEW);
  RETURN NULL;
END $$;

-- With EXECUTE, the app's role could hang the function on a table of its own.
REVOKE ALL ON FUNCTION "append_audit_link"("AuditEvent") FROM PUBLIC;
REVOKE ALL ON FUNCTION "chain_audit_event"() FROM PUBLIC;

-- The events that are there already, in the order of their ids; nobody adds one meanwhile.
LOCK TABLE "AuditEvent" IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO "AuditHead" ("id", "seq", "hash") VALUES (1, 0, decode(repeat('00', 32), 'hex'));
DO $$
DECLARE
  event "AuditEvent";
BEGIN
  FOR event IN SELECT * FROM "AuditEvent" ORDER BY "id" LOOP
    PERFORM "append_audit_link"(event);
  END LOOP;
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
