-- Totals place an incident by how precisely its day is known: the index by which they are read holds that too, so that
-- they still are read from it alone.
DROP INDEX "incident_standing_by_day";
CREATE INDEX "incident_standing_by_day" ON "incident_revision" ("occurred_on", "id")
  INCLUDE ("precision", "loss_usd", "returned_usd", "category", "published_in", "superseded_in")
  WHERE "retraction" IS NULL AND "merged_into_id" IS NULL;
