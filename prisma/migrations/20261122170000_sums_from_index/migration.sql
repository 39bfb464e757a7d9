-- The days of incidents that stand, with all that the overview sums: totals are read from this index
-- alone, without their rows. Prisma's schema cannot say an index over some rows, or with columns that
-- are only carried along; so it stands here only.
CREATE INDEX "incident_standing_by_day" ON "incident_revision" ("occurred_on", "id")
  INCLUDE ("loss_usd", "returned_usd", "category", "published_in", "superseded_in")
  WHERE "retraction" IS NULL AND "merged_into_id" IS NULL;

-- Whatever asks by day asks for incidents that stand.
DROP INDEX "incident_revision_occurred_on_id_idx";
