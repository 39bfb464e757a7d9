-- AlterTable
ALTER TABLE "log_checkpoint" ADD COLUMN     "is_in_feeds" BOOLEAN NOT NULL DEFAULT false;

-- Feeds of versions that are there already stay the same bytes: only those of versions from now on name the log.
CREATE OR REPLACE FUNCTION "log_checkpoint_follows"() RETURNS trigger LANGUAGE plpgsql AS $$
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
  NEW.is_in_all_files := NEW.is_printed;
  NEW.is_in_feeds := NEW.is_printed;
  RETURN NEW;
END $$;
