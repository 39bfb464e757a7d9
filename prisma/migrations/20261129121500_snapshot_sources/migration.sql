-- Sources that are snapshots of other people's pages, by SNAPSHOT_PATTERN of lib/values/sources/sourcing.ts: found here, where
-- all incidents are asked about, in place of matching every link of the record with a pattern each time.
CREATE INDEX "incident_source_snapshot" ON "incident_source" ("id")
  WHERE "url" ~* '^https?://(www\.)?(archive\.(today|ph|is|li|fo|md|vn)|web\.archive\.org)/';
