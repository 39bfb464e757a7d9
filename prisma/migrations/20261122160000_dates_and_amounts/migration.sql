-- What the first checks let through: a numeric may hold NaN, which is above every number and makes
-- every sum that it is in NaN too; and a day, month or year kept as text may be one that never was.

ALTER TABLE "incident_revision" ADD CONSTRAINT "incident_amounts_are_numbers" CHECK (
  coalesce("loss_usd", 0) <> 'NaN' AND coalesce("loss_usd_low", 0) <> 'NaN'
  AND coalesce("loss_usd_high", 0) <> 'NaN' AND coalesce("returned_usd", 0) <> 'NaN');
ALTER TABLE "figure_revision"
  ADD CONSTRAINT "figure_amount_is_a_number" CHECK ("amount_usd" <> 'NaN'),
  ADD CONSTRAINT "figure_period_has_days" CHECK (isfinite("from_day") AND isfinite("to_day"));
ALTER TABLE "asset" ADD CONSTRAINT "asset_amounts_are_numbers" CHECK (
  coalesce("quantity", 0) <> 'NaN' AND coalesce("usd", 0) <> 'NaN');
ALTER TABLE "loss_estimate" ADD CONSTRAINT "loss_estimate_amount_is_a_number" CHECK ("amount_usd" <> 'NaN');

-- Whether a text is a day, month or year of the calendar: 2023-09-12, 2023-09 or 2023; null for null.
CREATE FUNCTION "is_day_month_or_year"("given" text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN given !~ '^(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$' THEN false
    WHEN length(given) < 10 THEN true
    ELSE right(given, 2)::integer <= extract(day FROM
      make_date(left(given, 4)::integer, substr(given, 6, 2)::integer, 1) + interval '1 month' - interval '1 day')
  END
$$;

ALTER TABLE "attribution"
  DROP CONSTRAINT "attribution_day_or_month_or_year",
  ADD CONSTRAINT "attribution_day_or_month_or_year" CHECK (is_day_month_or_year("said_on"));
ALTER TABLE "loss_estimate" ADD CONSTRAINT "loss_estimate_day_or_month_or_year" CHECK (is_day_month_or_year("said_on"));
ALTER TABLE "incident_source" ADD CONSTRAINT "incident_source_day_or_month_or_year" CHECK (is_day_month_or_year("published_on"));
ALTER TABLE "actor_source" ADD CONSTRAINT "actor_source_day_or_month_or_year" CHECK (is_day_month_or_year("published_on"));
ALTER TABLE "figure_revision" ADD CONSTRAINT "figure_day_or_month_or_year" CHECK (is_day_month_or_year("published_on"));
