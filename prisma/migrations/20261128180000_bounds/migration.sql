-- A theft may be known by a bound alone: "up to $70m". Nobody has to invent a best estimate to say so.
ALTER TABLE "incident_revision" DROP CONSTRAINT "incident_range_needs_best_estimate";
-- Bounds without a best estimate leave room between them: were they one amount, that would be the best estimate.
ALTER TABLE "incident_revision" ADD CONSTRAINT "incident_bounds_leave_room" CHECK (
  "loss_usd" IS NOT NULL OR coalesce("loss_usd_low" < "loss_usd_high", true));
