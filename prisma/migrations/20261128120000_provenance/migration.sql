-- What the record knows of each value: who says it and on what ground; whom an incident befell, as a record of its
-- own; transactions; how others call the same; how far editors have looked; services as records that can be revised.

-- CreateEnum
CREATE TYPE "transaction_role" AS ENUM ('attack', 'laundering', 'return', 'other');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('primary', 'analysis', 'press', 'aggregator', 'social');

-- AlterEnum
ALTER TYPE "desk"."record_kind" ADD VALUE 'target';
ALTER TYPE "desk"."record_kind" ADD VALUE 'service';
ALTER TYPE "desk"."record_kind" ADD VALUE 'coverage';

-- AlterTable
ALTER TABLE "actor_revision" ADD COLUMN     "status" TEXT,
ADD COLUMN     "status_on" TEXT,
ADD COLUMN     "status_source" TEXT;

-- AlterTable
ALTER TABLE "actor_source" ADD COLUMN     "kind" "source_kind";

-- AlterTable
ALTER TABLE "asset" ADD COLUMN     "chain" TEXT;

-- AlterTable
ALTER TABLE "attribution" ADD COLUMN     "basis" TEXT;

-- AlterTable
-- What was published until now was counted by the first rules.
ALTER TABLE "dataset_version" ADD COLUMN     "counting_rules" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "dataset_version" ALTER COLUMN "counting_rules" SET DEFAULT 2;

-- AlterTable
ALTER TABLE "incident_revision" ADD COLUMN     "target_id" INTEGER;

-- AlterTable
ALTER TABLE "incident_source" ADD COLUMN     "kind" "source_kind";

-- AlterTable
ALTER TABLE "known_address" ADD COLUMN     "retraction" TEXT,
ADD COLUMN     "revision" INTEGER,
ADD COLUMN     "service_id" INTEGER;

-- CreateTable
CREATE TABLE "return_estimate" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "amount_usd" DECIMAL(20,2) NOT NULL,
    "said_by" TEXT NOT NULL,
    "said_on" TEXT,
    "source" TEXT NOT NULL,
    "preferred" BOOLEAN NOT NULL,

    CONSTRAINT "return_estimate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_statement" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "said_on" TEXT,
    "source" TEXT NOT NULL,
    "preferred" BOOLEAN NOT NULL,

    CONSTRAINT "date_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_transaction" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "chain" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "match_key" TEXT NOT NULL,
    "role" "transaction_role" NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "incident_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_identifier" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "incident_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor_identifier" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "actor_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" SERIAL NOT NULL,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_revision" (
    "id" SERIAL NOT NULL,
    "target_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "published_in" INTEGER NOT NULL,
    "superseded_in" INTEGER,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "aliases" TEXT[],
    "formerly" TEXT[],
    "successor_id" INTEGER,
    "website" TEXT,
    "merged_into_id" INTEGER,

    CONSTRAINT "target_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_identifier" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "target_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage_revision" (
    "id" SERIAL NOT NULL,
    "revision" INTEGER NOT NULL,
    "published_in" INTEGER NOT NULL,
    "superseded_in" INTEGER,
    "covered_through" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "threshold" TEXT NOT NULL,

    CONSTRAINT "coverage_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage_family" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "source_kind",
    "first_month" TEXT NOT NULL,
    "last_month" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "coverage_family_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage_gap" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "first_month" TEXT NOT NULL,
    "last_month" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "coverage_gap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" SERIAL NOT NULL,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- Each address that stood under one key so far is one service, and its rows are that one's revisions in their order.
-- The triggers are off for this alone: what the rows say stays as it is.
ALTER TABLE "known_address" DISABLE TRIGGER USER;
INSERT INTO "service" SELECT FROM (SELECT DISTINCT "match_key" FROM "known_address") AS keys;
WITH keys AS (
  SELECT "match_key", row_number() OVER (ORDER BY min("id")) AS place FROM "known_address" GROUP BY "match_key"
), services AS (
  SELECT "id", row_number() OVER (ORDER BY "id") AS place FROM "service"
), numbered AS (
  SELECT k."id", row_number() OVER (PARTITION BY k."match_key" ORDER BY k."published_in", k."id") AS revision, s."id" AS service_id
  FROM "known_address" k JOIN keys USING ("match_key") JOIN services s ON s.place = keys.place
)
UPDATE "known_address" k SET "service_id" = n.service_id, "revision" = n.revision FROM numbered n WHERE n."id" = k."id";
ALTER TABLE "known_address" ENABLE TRIGGER USER;
ALTER TABLE "known_address" ALTER COLUMN "service_id" SET NOT NULL, ALTER COLUMN "revision" SET NOT NULL;

-- CreateIndex
CREATE INDEX "return_estimate_revision_id_idx" ON "return_estimate"("revision_id");

-- CreateIndex
CREATE INDEX "date_statement_revision_id_idx" ON "date_statement"("revision_id");

-- CreateIndex
CREATE INDEX "incident_transaction_revision_id_idx" ON "incident_transaction"("revision_id");

-- CreateIndex
CREATE INDEX "incident_transaction_match_key_idx" ON "incident_transaction"("match_key");

-- CreateIndex
CREATE INDEX "incident_identifier_revision_id_idx" ON "incident_identifier"("revision_id");

-- CreateIndex
CREATE INDEX "incident_identifier_scheme_value_idx" ON "incident_identifier"("scheme", "value");

-- CreateIndex
CREATE INDEX "actor_identifier_revision_id_idx" ON "actor_identifier"("revision_id");

-- CreateIndex
CREATE INDEX "actor_identifier_scheme_value_idx" ON "actor_identifier"("scheme", "value");

-- CreateIndex
CREATE INDEX "target_revision_slug_idx" ON "target_revision"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "target_revision_target_id_revision_key" ON "target_revision"("target_id", "revision");

-- CreateIndex
CREATE INDEX "target_identifier_revision_id_idx" ON "target_identifier"("revision_id");

-- CreateIndex
CREATE INDEX "target_identifier_scheme_value_idx" ON "target_identifier"("scheme", "value");

-- CreateIndex
CREATE UNIQUE INDEX "coverage_revision_revision_key" ON "coverage_revision"("revision");

-- CreateIndex
CREATE INDEX "coverage_family_revision_id_idx" ON "coverage_family"("revision_id");

-- CreateIndex
CREATE INDEX "coverage_gap_revision_id_idx" ON "coverage_gap"("revision_id");

-- CreateIndex
CREATE INDEX "incident_revision_target_id_idx" ON "incident_revision"("target_id");

-- CreateIndex
CREATE UNIQUE INDEX "known_address_service_id_revision_key" ON "known_address"("service_id", "revision");

-- AddForeignKey
ALTER TABLE "incident_revision" ADD CONSTRAINT "incident_revision_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "return_estimate" ADD CONSTRAINT "return_estimate_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "incident_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "date_statement" ADD CONSTRAINT "date_statement_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "incident_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "incident_transaction" ADD CONSTRAINT "incident_transaction_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "incident_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "incident_identifier" ADD CONSTRAINT "incident_identifier_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "incident_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_identifier" ADD CONSTRAINT "actor_identifier_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "actor_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_revision" ADD CONSTRAINT "target_revision_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_revision" ADD CONSTRAINT "target_revision_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_revision" ADD CONSTRAINT "target_revision_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_revision" ADD CONSTRAINT "target_revision_published_in_fkey" FOREIGN KEY ("published_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_revision" ADD CONSTRAINT "target_revision_superseded_in_fkey" FOREIGN KEY ("superseded_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "target_identifier" ADD CONSTRAINT "target_identifier_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "target_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "coverage_revision" ADD CONSTRAINT "coverage_revision_published_in_fkey" FOREIGN KEY ("published_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "coverage_revision" ADD CONSTRAINT "coverage_revision_superseded_in_fkey" FOREIGN KEY ("superseded_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "coverage_family" ADD CONSTRAINT "coverage_family_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "coverage_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "coverage_gap" ADD CONSTRAINT "coverage_gap_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "coverage_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "known_address" ADD CONSTRAINT "known_address_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What must always hold ────────────────────────────────────────────────────────────────────────
ALTER TABLE "target_revision"
  ADD CONSTRAINT "target_slug_is_an_address" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "target_aliases_known" CHECK ("aliases" IS NOT NULL AND array_position("aliases", NULL) IS NULL),
  ADD CONSTRAINT "target_former_names_known" CHECK ("formerly" IS NOT NULL AND array_position("formerly", NULL) IS NULL),
  ADD CONSTRAINT "target_not_its_own_successor" CHECK ("successor_id" <> "target_id"),
  ADD CONSTRAINT "target_not_merged_into_itself" CHECK ("merged_into_id" <> "target_id"),
  ADD CONSTRAINT "target_revision_counts_from_one" CHECK ("revision" >= 1),
  ADD CONSTRAINT "target_superseded_later" CHECK ("superseded_in" > "published_in");

ALTER TABLE "coverage_revision"
  ADD CONSTRAINT "coverage_revision_counts_from_one" CHECK ("revision" >= 1),
  ADD CONSTRAINT "coverage_superseded_later" CHECK ("superseded_in" > "published_in"),
  -- Once true this stays true, so that a restored copy passes it too.
  ADD CONSTRAINT "coverage_day_has_come" CHECK (
    "covered_through" BETWEEN DATE '2009-01-03' AND (now() AT TIME ZONE 'UTC')::date);
ALTER TABLE "coverage_family"
  ADD CONSTRAINT "coverage_family_months" CHECK (
    is_day_month_or_year("first_month") AND length("first_month") = 7 AND is_day_month_or_year("last_month")
    AND length("last_month") = 7 AND "first_month" <= "last_month");
ALTER TABLE "coverage_gap"
  ADD CONSTRAINT "coverage_gap_months" CHECK (
    is_day_month_or_year("first_month") AND length("first_month") = 7 AND is_day_month_or_year("last_month")
    AND length("last_month") = 7 AND "first_month" <= "last_month");

ALTER TABLE "known_address" ADD CONSTRAINT "known_address_counts_from_one" CHECK ("revision" >= 1);
ALTER TABLE "dataset_version" ADD CONSTRAINT "dataset_version_counting_rules" CHECK ("counting_rules" >= 1);

ALTER TABLE "return_estimate"
  ADD CONSTRAINT "return_estimate_not_negative" CHECK ("amount_usd" >= 0),
  ADD CONSTRAINT "return_estimate_amount_is_a_number" CHECK ("amount_usd" <> 'NaN'),
  ADD CONSTRAINT "return_estimate_day_or_month_or_year" CHECK (is_day_month_or_year("said_on"));
ALTER TABLE "date_statement" ADD CONSTRAINT "date_statement_days_months_or_years" CHECK (
  is_day_month_or_year("date") AND is_day_month_or_year("said_on"));
ALTER TABLE "actor_revision" ADD CONSTRAINT "actor_status_day_or_month_or_year" CHECK (is_day_month_or_year("status_on"));
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_basis_known" CHECK ("basis" IN (
  'charge', 'conviction', 'admission', 'sanction', 'government-statement', 'firm-analysis', 'independent-analysis',
  'victim-statement', 'press'));
ALTER TABLE "actor_revision" ADD CONSTRAINT "actor_status_known" CHECK ("status" IN (
  'charged', 'convicted', 'pleaded-guilty', 'acquitted', 'not-tried', 'deceased'));
ALTER TABLE "actor_revision" ADD CONSTRAINT "actor_status_of_a_person" CHECK (
  CASE WHEN "status" IS NULL THEN "status_on" IS NULL AND "status_source" IS NULL ELSE "kind" = 'individual' END);

-- ── One current row ──────────────────────────────────────────────────────────────────────────────
CREATE UNIQUE INDEX "target_one_current_revision" ON "target_revision" ("target_id") WHERE "superseded_in" IS NULL;
CREATE UNIQUE INDEX "target_current_slug" ON "target_revision" ("slug") WHERE "superseded_in" IS NULL;
CREATE UNIQUE INDEX "coverage_one_current_revision" ON "coverage_revision" ((true)) WHERE "superseded_in" IS NULL;
-- One address on two chains may be two contracts.
DROP INDEX "known_address_current_key";
CREATE UNIQUE INDEX "known_address_current_key" ON "known_address" ("chain", "match_key") WHERE "superseded_in" IS NULL;
CREATE UNIQUE INDEX "service_one_current_revision" ON "known_address" ("service_id") WHERE "superseded_in" IS NULL;
CREATE UNIQUE INDEX "return_estimate_one_preferred" ON "return_estimate" ("revision_id") WHERE "preferred";
CREATE UNIQUE INDEX "date_statement_one_preferred" ON "date_statement" ("revision_id") WHERE "preferred";

-- ── Only ever appended to ────────────────────────────────────────────────────────────────────────
-- Two changes are allowed: a current row is closed by the version being published; and a key by which spellings of one
-- address or transaction meet, which is made from the row itself, is made anew when how it is made has changed.
CREATE OR REPLACE FUNCTION "record_allows_only_closing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.superseded_in IS NULL
    AND NEW.superseded_in = version_being_published()
    AND to_jsonb(NEW) - 'superseded_in' = to_jsonb(OLD) - 'superseded_in'
  THEN
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) ? 'match_key' AND to_jsonb(NEW) - 'match_key' = to_jsonb(OLD) - 'match_key' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the record is append-only: a row of % can only be closed, once, by the version being published', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
END $$;

CREATE FUNCTION "record_allows_only_rekeying"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'match_key' = to_jsonb(OLD) - 'match_key' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the record is append-only: of a row of % only the key can be made anew', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
END $$;
DROP TRIGGER "record_never_updated" ON "address";

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['address', 'incident_transaction'] LOOP
    EXECUTE format('CREATE TRIGGER record_only_rekeyed BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION record_allows_only_rekeying()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['target_revision', 'coverage_revision'] LOOP
    EXECUTE format('CREATE TRIGGER record_only_closed BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION record_allows_only_closing()', name);
    EXECUTE format('CREATE TRIGGER record_joins_version AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION record_rows_join_version_being_published()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['return_estimate', 'date_statement', 'incident_transaction', 'incident_identifier'] LOOP
    EXECUTE format('CREATE TRIGGER record_joins_version AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION record_parts_join_version_being_published(''incident_revision'')', name);
  END LOOP;
  CREATE TRIGGER record_joins_version AFTER INSERT ON "actor_identifier" REFERENCING NEW TABLE AS added FOR EACH STATEMENT
    EXECUTE FUNCTION record_parts_join_version_being_published('actor_revision');
  CREATE TRIGGER record_joins_version AFTER INSERT ON "target_identifier" REFERENCING NEW TABLE AS added FOR EACH STATEMENT
    EXECUTE FUNCTION record_parts_join_version_being_published('target_revision');
  FOREACH name IN ARRAY ARRAY['coverage_family', 'coverage_gap'] LOOP
    EXECUTE format('CREATE TRIGGER record_joins_version AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION record_parts_join_version_being_published(''coverage_revision'')', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['target', 'service', 'return_estimate', 'date_statement', 'incident_identifier', 'actor_identifier', 'target_identifier', 'coverage_family', 'coverage_gap'] LOOP
    EXECUTE format('CREATE TRIGGER record_never_updated BEFORE UPDATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION record_refuses_change()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['target', 'target_revision', 'service', 'coverage_revision', 'return_estimate', 'date_statement', 'incident_transaction', 'incident_identifier', 'actor_identifier', 'target_identifier', 'coverage_family', 'coverage_gap'] LOOP
    EXECUTE format('CREATE TRIGGER record_never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION record_refuses_change()', name);
  END LOOP;
END $$;
