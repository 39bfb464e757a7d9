-- Two links to one page meet by a key that the program makes (lib/values/links/link-key.ts), as two spellings of an
-- address do. Before, the guard against duplicates looked for links as they were written, in the spellings it could
-- think of. Keys of rows that are here already are made at the next start; a link that was withheld has none.
ALTER TABLE "incident_source" ADD COLUMN     "match_key" TEXT NOT NULL DEFAULT '';
DROP INDEX "incident_source_page";
CREATE INDEX "incident_source_match_key_idx" ON "incident_source" USING HASH ("match_key");

DROP TRIGGER record_never_updated ON "incident_source";
CREATE TRIGGER record_only_rekeyed BEFORE UPDATE ON "incident_source" FOR EACH ROW EXECUTE FUNCTION record_allows_only_rekeying();
