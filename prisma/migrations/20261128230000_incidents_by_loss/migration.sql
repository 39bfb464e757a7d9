-- The largest first, as lists and charts have them: those that follow are never read. With what they are chosen by, so that a
-- year's largest is found in the index alone.
CREATE INDEX "incident_standing_by_loss" ON "incident_revision" ("loss_usd" DESC NULLS LAST, "occurred_on" DESC, "id" DESC)
  INCLUDE ("published_in", "superseded_in", "precision")
  WHERE "retraction" IS NULL AND "merged_into_id" IS NULL;
