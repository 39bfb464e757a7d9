-- Similar names are found by the letters they share, three by three.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE INDEX "incident_current_name_letters" ON "incident_revision"
  USING gin (lower("name") gin_trgm_ops, lower("target") gin_trgm_ops) WHERE "superseded_in" IS NULL;

ALTER TABLE "actor_revision"
  ADD CONSTRAINT "actor_not_merged_into_itself" CHECK ("merged_into_id" <> "actor_id");
ALTER TABLE "dataset_version"
  ADD CONSTRAINT "dataset_version_reviewed_was_entered" CHECK ("reviewed_by" IS NULL OR "entered_by" IS NOT NULL);

-- ── The desk ─────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "desk"."proposal"
  ADD CONSTRAINT "proposal_revises_a_revision" CHECK (("record_id" IS NULL) = ("base_revision" IS NULL)),
  ADD CONSTRAINT "proposal_published_in_a_version" CHECK (("state" = 'published') = ("published_in" IS NOT NULL));
ALTER TABLE "desk"."one_time_link"
  ADD CONSTRAINT "one_time_link_says_for_what" CHECK (
    CASE "purpose" WHEN 'invitation' THEN "role" IS NOT NULL AND "person_id" IS NULL
    ELSE "person_id" IS NOT NULL AND "role" IS NULL AND "email" IS NULL END);

CREATE FUNCTION "desk"."history_refuses_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of the desk is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'desk_history_append_only';
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['proposal_event', 'audit_entry'] LOOP
    EXECUTE format('CREATE TRIGGER history_never_updated BEFORE UPDATE ON desk.%I FOR EACH STATEMENT EXECUTE FUNCTION desk.history_refuses_change()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['proposal', 'proposal_event', 'set_aside', 'suggestion', 'import_batch', 'audit_entry', 'person'] LOOP
    EXECUTE format('CREATE TRIGGER history_never_deleted BEFORE DELETE OR TRUNCATE ON desk.%I FOR EACH STATEMENT EXECUTE FUNCTION desk.history_refuses_change()', name);
  END LOOP;
END $$;

CREATE TRIGGER "published_never_updated" BEFORE UPDATE ON "desk"."proposal" FOR EACH ROW
  WHEN (OLD."state" = 'published') EXECUTE FUNCTION "desk"."history_refuses_change"();
