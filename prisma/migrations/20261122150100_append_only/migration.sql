-- What must always hold of the record, whoever writes it.

-- ── Values ───────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "incident_revision"
  ADD CONSTRAINT "incident_loss_not_negative" CHECK (
    coalesce("loss_usd", 0) >= 0 AND coalesce("loss_usd_low", 0) >= 0
    AND coalesce("loss_usd_high", 0) >= 0 AND coalesce("returned_usd", 0) >= 0),
  ADD CONSTRAINT "incident_loss_in_order" CHECK (
    coalesce("loss_usd_low" <= "loss_usd", true) AND coalesce("loss_usd" <= "loss_usd_high", true)),
  ADD CONSTRAINT "incident_range_needs_best_estimate" CHECK (
    "loss_usd" IS NOT NULL OR ("loss_usd_low" IS NULL AND "loss_usd_high" IS NULL)),
  -- Once true this stays true, so that a restored copy passes it too. Day one is Bitcoin's first block.
  ADD CONSTRAINT "incident_day_has_come" CHECK (
    "occurred_on" BETWEEN DATE '2009-01-03' AND (now() AT TIME ZONE 'UTC')::date),
  ADD CONSTRAINT "incident_day_fits_precision" CHECK (
    CASE "precision"
      WHEN 'day' THEN true
      WHEN 'month' THEN extract(day FROM "occurred_on") = 1
      ELSE extract(day FROM "occurred_on") = 1 AND extract(month FROM "occurred_on") = 1
    END),
  ADD CONSTRAINT "incident_slug_is_an_address" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "incident_chains_known" CHECK ("chains" IS NOT NULL AND array_position("chains", NULL) IS NULL),
  ADD CONSTRAINT "incident_not_merged_into_itself" CHECK ("merged_into_id" <> "incident_id"),
  ADD CONSTRAINT "incident_revision_counts_from_one" CHECK ("revision" >= 1),
  ADD CONSTRAINT "incident_superseded_later" CHECK ("superseded_in" > "published_in");

ALTER TABLE "actor_revision"
  ADD CONSTRAINT "actor_slug_is_an_address" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "actor_aliases_known" CHECK ("aliases" IS NOT NULL AND array_position("aliases", NULL) IS NULL),
  ADD CONSTRAINT "actor_not_part_of_itself" CHECK ("parent_id" <> "actor_id"),
  ADD CONSTRAINT "actor_country_code" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "actor_revision_counts_from_one" CHECK ("revision" >= 1),
  ADD CONSTRAINT "actor_superseded_later" CHECK ("superseded_in" > "published_in");

ALTER TABLE "figure_revision"
  ADD CONSTRAINT "figure_amount_not_negative" CHECK ("amount_usd" >= 0),
  ADD CONSTRAINT "figure_period_in_order" CHECK ("from_day" <= "to_day"),
  ADD CONSTRAINT "figure_revision_counts_from_one" CHECK ("revision" >= 1),
  ADD CONSTRAINT "figure_superseded_later" CHECK ("superseded_in" > "published_in");

ALTER TABLE "known_address"
  ADD CONSTRAINT "known_address_superseded_later" CHECK ("superseded_in" > "published_in");

ALTER TABLE "asset" ADD CONSTRAINT "asset_not_negative"
  CHECK (coalesce("quantity", 0) >= 0 AND coalesce("usd", 0) >= 0);
ALTER TABLE "loss_estimate" ADD CONSTRAINT "loss_estimate_not_negative" CHECK ("amount_usd" >= 0);
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_day_or_month_or_year"
  CHECK ("said_on" ~ '^\d{4}(-\d{2}(-\d{2})?)?$');

-- ── One current row ──────────────────────────────────────────────────────────────────────────────
CREATE UNIQUE INDEX "incident_one_current_revision" ON "incident_revision" ("incident_id") WHERE "superseded_in" IS NULL;
CREATE UNIQUE INDEX "incident_current_slug" ON "incident_revision" ("slug") WHERE "superseded_in" IS NULL;
CREATE UNIQUE INDEX "actor_one_current_revision" ON "actor_revision" ("actor_id") WHERE "superseded_in" IS NULL;
CREATE UNIQUE INDEX "actor_current_slug" ON "actor_revision" ("slug") WHERE "superseded_in" IS NULL;
CREATE UNIQUE INDEX "figure_one_current_revision" ON "figure_revision" ("figure_id") WHERE "superseded_in" IS NULL;
CREATE UNIQUE INDEX "known_address_current_key" ON "known_address" ("match_key") WHERE "superseded_in" IS NULL;
CREATE UNIQUE INDEX "loss_estimate_one_preferred" ON "loss_estimate" ("revision_id") WHERE "preferred";

-- ── Versions without gaps ────────────────────────────────────────────────────────────────────────
CREATE FUNCTION "dataset_version_takes_next_number"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  next_number integer := (SELECT coalesce(max(number), 0) + 1 FROM dataset_version);
BEGIN
  IF NEW.number <> next_number THEN
    RAISE EXCEPTION 'version % cannot follow version %: the next one is %', NEW.number, next_number - 1, next_number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'dataset_version_without_gaps';
  END IF;
  IF NEW.transaction_id <> pg_current_xact_id() THEN
    RAISE EXCEPTION 'version % must belong to the transaction that publishes it', NEW.number
      USING ERRCODE = 'check_violation', CONSTRAINT = 'dataset_version_own_transaction';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "dataset_version_takes_next_number" BEFORE INSERT ON "dataset_version"
  FOR EACH ROW EXECUTE FUNCTION "dataset_version_takes_next_number"();

-- The version that the current transaction is publishing; null outside of one.
CREATE FUNCTION "version_being_published"() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT number FROM dataset_version
  WHERE number = (SELECT max(number) FROM dataset_version) AND transaction_id = pg_current_xact_id()
$$;

-- ── Only ever appended to ────────────────────────────────────────────────────────────────────────
CREATE FUNCTION "record_refuses_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
END $$;

-- The one change that is allowed: a current row is closed by the version being published.
CREATE FUNCTION "record_allows_only_closing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.superseded_in IS NULL
    AND NEW.superseded_in = version_being_published()
    AND to_jsonb(NEW) - 'superseded_in' = to_jsonb(OLD) - 'superseded_in'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the record is append-only: a row of % can only be closed, once, by the version being published', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
END $$;

CREATE FUNCTION "record_rows_join_version_being_published"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open_version integer := version_being_published();
BEGIN
  IF EXISTS (
    SELECT FROM added WHERE added.published_in IS DISTINCT FROM open_version OR added.superseded_in IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'rows can be added to % only by the transaction that publishes their version', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "record_parts_join_version_being_published"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  strangers bigint;
BEGIN
  EXECUTE format(
    'SELECT count(*) FROM added JOIN %I owner ON owner.id = added.revision_id WHERE owner.published_in IS DISTINCT FROM version_being_published()',
    TG_ARGV[0]) INTO strangers;
  IF strangers > 0 THEN
    RAISE EXCEPTION 'rows can be added to % only together with the revision that they belong to', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['incident_revision', 'actor_revision', 'figure_revision', 'known_address'] LOOP
    EXECUTE format('CREATE TRIGGER record_only_closed BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION record_allows_only_closing()', name);
    EXECUTE format('CREATE TRIGGER record_joins_version AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION record_rows_join_version_being_published()', name);
  END LOOP;

  FOREACH name IN ARRAY ARRAY['loss_estimate', 'attribution', 'asset', 'address', 'incident_source'] LOOP
    EXECUTE format('CREATE TRIGGER record_joins_version AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION record_parts_join_version_being_published(''incident_revision'')', name);
  END LOOP;
  CREATE TRIGGER record_joins_version AFTER INSERT ON "actor_source" REFERENCING NEW TABLE AS added FOR EACH STATEMENT
    EXECUTE FUNCTION record_parts_join_version_being_published('actor_revision');

  FOREACH name IN ARRAY ARRAY['dataset_version', 'incident', 'actor', 'figure', 'loss_estimate', 'attribution', 'asset', 'address', 'incident_source', 'actor_source'] LOOP
    EXECUTE format('CREATE TRIGGER record_never_updated BEFORE UPDATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION record_refuses_change()', name);
  END LOOP;

  FOREACH name IN ARRAY ARRAY['dataset_version', 'incident', 'incident_revision', 'loss_estimate', 'attribution', 'asset', 'address', 'incident_source', 'actor', 'actor_revision', 'actor_source', 'figure', 'figure_revision', 'known_address'] LOOP
    EXECUTE format('CREATE TRIGGER record_never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION record_refuses_change()', name);
  END LOOP;
END $$;
