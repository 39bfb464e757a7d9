-- Sources are found again by the page that they lead to, however its address is written, and by the
-- transaction that it shows. Both are looked up with these very expressions by
-- lib/duplicates/duplicate-queries.ts; Prisma's schema cannot say an index over an expression.
CREATE INDEX "incident_source_page" ON "incident_source" USING hash (
  rtrim(regexp_replace(split_part(split_part(lower("url"), '#', 1), '?', 1), '^https?://(www\.)?', ''), '/'));
CREATE INDEX "incident_source_transaction" ON "incident_source" (substring(lower("url") FROM '[0-9a-f]{64}'))
  WHERE lower("url") ~ '[0-9a-f]{64}';
