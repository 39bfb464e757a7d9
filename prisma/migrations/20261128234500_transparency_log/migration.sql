-- The record as a transparency log: a leaf for each published revision, what its tree's tiles hold above them, and what the
-- log was at each version. Leaves of versions that are there already are added at the next start, by lib/record/proof.

-- CreateTable
CREATE TABLE "log_leaf" (
    "leaf_index" INTEGER NOT NULL,
    "published_in" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "salt" TEXT,

    CONSTRAINT "log_leaf_pkey" PRIMARY KEY ("leaf_index")
);

-- CreateTable
CREATE TABLE "log_node" (
    "level" INTEGER NOT NULL,
    "node_index" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "log_node_pkey" PRIMARY KEY ("level","node_index")
);

-- CreateTable
CREATE TABLE "log_checkpoint" (
    "version" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "signatures" TEXT NOT NULL DEFAULT '',
    "is_printed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "log_checkpoint_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE UNIQUE INDEX "log_leaf_kind_record_id_revision_key" ON "log_leaf"("kind", "record_id", "revision");

-- AddForeignKey
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_published_in_fkey" FOREIGN KEY ("published_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "log_checkpoint" ADD CONSTRAINT "log_checkpoint_version_fkey" FOREIGN KEY ("version") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What must always hold ────────────────────────────────────────────────────────────────────────
ALTER TABLE "log_leaf"
  ADD CONSTRAINT "log_leaf_counts_from_zero" CHECK ("leaf_index" >= 0),
  ADD CONSTRAINT "log_leaf_is_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "log_leaf_salt_of_16_bytes" CHECK ("salt" ~ '^[0-9a-f]{32}$');
ALTER TABLE "log_node" ADD CONSTRAINT "log_node_is_sha256" CHECK ("level" >= 1 AND "node_index" >= 0 AND length("hash") = 32);
ALTER TABLE "log_checkpoint" ADD CONSTRAINT "log_checkpoint_root_is_sha256" CHECK (length(decode("root", 'base64')) = 32);

-- Leaves follow each other, and none is added to a version whose checkpoint is written.
CREATE FUNCTION "log_leaves_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT min(leaf_index) AS first, max(leaf_index) AS last, count(*) AS leaves, min(published_in) AS version FROM added) a
    WHERE leaves > 0 AND (
      last - first + 1 <> leaves
      OR first <> coalesce((SELECT max(l.leaf_index) + 1 FROM log_leaf l WHERE l.leaf_index < first), 0)
      OR version <= (SELECT max(c.version) FROM log_checkpoint c))
  ) THEN
    RAISE EXCEPTION 'leaves of the log are only added behind the last one, before the checkpoint of their version'
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "log_leaves_follow" AFTER INSERT ON "log_leaf" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "log_leaves_follow"();

CREATE FUNCTION "log_checkpoint_follows"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before log_checkpoint := (SELECT c FROM log_checkpoint c ORDER BY c.version DESC LIMIT 1);
BEGIN
  IF NEW.version <> coalesce(before.version, 0) + 1
    OR NEW.origin <> coalesce(before.origin, NEW.origin)
    OR NEW.size <> coalesce((SELECT max(leaf_index) + 1 FROM log_leaf), 0)
    OR EXISTS (SELECT FROM log_leaf WHERE leaf_index >= coalesce(before.size, 0) AND published_in <> NEW.version)
  THEN
    RAISE EXCEPTION 'the checkpoint of version % must follow the one before it, over all leaves through its version', NEW.version
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
  END IF;
  NEW.is_printed := NEW.version IS NOT DISTINCT FROM version_being_published();
  RETURN NEW;
END $$;
CREATE TRIGGER "log_checkpoint_follows" BEFORE INSERT ON "log_checkpoint"
  FOR EACH ROW EXECUTE FUNCTION "log_checkpoint_follows"();

-- A salt goes with a text that is withheld; nothing else of a leaf ever changes.
CREATE FUNCTION "log_leaf_allows_only_withholding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.salt IS NULL AND to_jsonb(NEW) - 'salt' = to_jsonb(OLD) - 'salt'
    AND EXISTS (SELECT FROM withholding w WHERE w.transaction_id = pg_current_xact_id())
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log is append-only: of a leaf only the salt goes, with a text that is withheld'
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
END $$;
CREATE TRIGGER "record_never_updated" BEFORE UPDATE ON "log_leaf"
  FOR EACH ROW EXECUTE FUNCTION "log_leaf_allows_only_withholding"();

-- A key that is set up later signs what nobody has signed.
CREATE FUNCTION "log_checkpoint_allows_only_signing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.signatures = '' AND NEW.signatures <> '' AND to_jsonb(NEW) - 'signatures' = to_jsonb(OLD) - 'signatures' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log is append-only: a checkpoint can only be signed, once'
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'record_append_only';
END $$;
CREATE TRIGGER "record_never_updated" BEFORE UPDATE ON "log_checkpoint"
  FOR EACH ROW EXECUTE FUNCTION "log_checkpoint_allows_only_signing"();

CREATE TRIGGER "record_never_updated" BEFORE UPDATE ON "log_node" FOR EACH STATEMENT EXECUTE FUNCTION "record_refuses_change"();
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['log_leaf', 'log_node', 'log_checkpoint'] LOOP
    EXECUTE format('CREATE TRIGGER record_never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION record_refuses_change()', name);
  END LOOP;
END $$;
