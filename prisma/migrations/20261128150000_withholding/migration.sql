-- An order of a court or of a data-protection office is met by taking a text out of every row, every revision and every
-- draft, and leaving the row, its amounts and a digest that nobody can undo. It is the one exception to the record's
-- being append-only, and the triggers let nothing else through by it.

-- CreateTable
CREATE TABLE "withholding" (
    "id" SERIAL NOT NULL,
    "published_in" INTEGER NOT NULL,
    "ordered_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "transaction_id" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "withholding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withholding_digest" (
    "id" SERIAL NOT NULL,
    "withholding_id" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "withholding_digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."withholding_request" (
    "id" SERIAL NOT NULL,
    "by_id" TEXT NOT NULL,
    "texts" TEXT[],
    "ordered_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "published_in" INTEGER,

    CONSTRAINT "withholding_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "withholding_published_in_key" ON "withholding"("published_in");

-- CreateIndex
CREATE INDEX "withholding_digest_withholding_id_idx" ON "withholding_digest"("withholding_id");

-- AddForeignKey
ALTER TABLE "withholding" ADD CONSTRAINT "withholding_published_in_fkey" FOREIGN KEY ("published_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "withholding_digest" ADD CONSTRAINT "withholding_digest_withholding_id_fkey" FOREIGN KEY ("withholding_id") REFERENCES "withholding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."withholding_request" ADD CONSTRAINT "withholding_request_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."withholding_request" ADD CONSTRAINT "withholding_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What must always hold ────────────────────────────────────────────────────────────────────────
ALTER TABLE "withholding" ADD CONSTRAINT "withholding_places_not_negative" CHECK ("places" >= 0);
ALTER TABLE "withholding_digest" ADD CONSTRAINT "withholding_digest_is_sha256" CHECK ("digest" ~ '^[0-9a-f]{64}$');
ALTER TABLE "desk"."withholding_request"
  ADD CONSTRAINT "withholding_request_keeps_no_texts" CHECK (("decided_at" IS NULL) = (cardinality("texts") > 0)),
  ADD CONSTRAINT "withholding_request_by_two" CHECK ("published_in" IS NULL OR "decided_by_id" <> "by_id");

CREATE FUNCTION "withholding_joins_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.published_in IS DISTINCT FROM version_being_published() OR NEW.transaction_id <> pg_current_xact_id() THEN
    RAISE EXCEPTION 'texts are withheld only by the transaction that publishes a version for it'
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "withholding_joins_version" BEFORE INSERT ON "withholding"
  FOR EACH ROW EXECUTE FUNCTION "withholding_joins_version"();

CREATE FUNCTION "withholding_digest_joins_withholding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM withholding w WHERE w.id = NEW.withholding_id AND w.transaction_id = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'a digest is kept only together with its withholding'
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "withholding_digest_joins_withholding" BEFORE INSERT ON "withholding_digest"
  FOR EACH ROW EXECUTE FUNCTION "withholding_digest_joins_withholding"();

-- Whether a change does nothing but put the mark of the withholding under way where a text stood.
-- Named with their schema, because the desk's triggers may be run where the record's is not searched.
CREATE FUNCTION "only_withholds"("was" jsonb, "is" jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT (SELECT coalesce(bool_and(
        c.value::text LIKE '%[withheld since version ' || w.published_in || ' %'
        OR c.value::text ~ ('withheld-' || w.published_in || '(?![0-9])')
        OR c.value::text ~ ('withheld\.invalid/' || w.published_in || '(?![0-9])')), false)
      FROM jsonb_each("is") c WHERE c.value IS DISTINCT FROM "was" -> c.key)
    FROM public.withholding w WHERE w.transaction_id = pg_current_xact_id() ORDER BY w.id DESC LIMIT 1), false)
$$;

CREATE OR REPLACE FUNCTION "record_allows_only_closing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.superseded_in IS NULL
    AND NEW.superseded_in = version_being_published()
    AND to_jsonb(NEW) - 'superseded_in' = to_jsonb(OLD) - 'superseded_in'
  THEN
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) ? 'match_key' AND NEW IS DISTINCT FROM OLD
    AND to_jsonb(NEW) - 'match_key' = to_jsonb(OLD) - 'match_key' THEN
    RETURN NEW;
  END IF;
  IF only_withholds(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the record is append-only: a row of % can only be closed, once, by the version being published', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
END $$;

CREATE OR REPLACE FUNCTION "record_allows_only_rekeying"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW IS DISTINCT FROM OLD AND to_jsonb(NEW) - 'match_key' = to_jsonb(OLD) - 'match_key' THEN
    RETURN NEW;
  END IF;
  IF only_withholds(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the record is append-only: of a row of % only the key can be made anew', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
END $$;

CREATE FUNCTION "record_allows_only_withholding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF only_withholds(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the record is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
END $$;

CREATE OR REPLACE FUNCTION "desk"."history_refuses_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'ROW' AND TG_OP = 'UPDATE' THEN
    IF public.only_withholds(to_jsonb(OLD), to_jsonb(NEW)) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the history of the desk is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'desk_history_append_only';
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['dataset_version', 'loss_estimate', 'attribution', 'asset', 'incident_source', 'actor_source', 'return_estimate', 'date_statement', 'incident_identifier', 'actor_identifier', 'target_identifier', 'coverage_family', 'coverage_gap'] LOOP
    EXECUTE format('DROP TRIGGER record_never_updated ON %I', name);
    EXECUTE format('CREATE TRIGGER record_never_updated BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION record_allows_only_withholding()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['proposal_event', 'audit_entry'] LOOP
    EXECUTE format('DROP TRIGGER history_never_updated ON desk.%I', name);
    EXECUTE format('CREATE TRIGGER history_never_updated BEFORE UPDATE ON desk.%I FOR EACH ROW EXECUTE FUNCTION desk.history_refuses_change()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['withholding', 'withholding_digest'] LOOP
    EXECUTE format('CREATE TRIGGER record_never_updated BEFORE UPDATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION record_refuses_change()', name);
    EXECUTE format('CREATE TRIGGER record_never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION record_refuses_change()', name);
  END LOOP;
  CREATE TRIGGER history_never_deleted BEFORE DELETE OR TRUNCATE ON desk.withholding_request FOR EACH STATEMENT
    EXECUTE FUNCTION desk.history_refuses_change();
END $$;
