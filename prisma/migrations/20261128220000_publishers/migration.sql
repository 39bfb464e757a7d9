-- How other publishers count, sums that they restated, and years compared: facts of the record like any other.
CREATE TABLE "publisher_fact" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "published_in" INTEGER NOT NULL,
    "superseded_in" INTEGER,
    "content" JSONB NOT NULL,
    CONSTRAINT "publisher_fact_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "publisher_fact" ADD CONSTRAINT "publisher_fact_published_in_fkey" FOREIGN KEY ("published_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "publisher_fact" ADD CONSTRAINT "publisher_fact_superseded_in_fkey" FOREIGN KEY ("superseded_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "publisher_fact"
  ADD CONSTRAINT "publisher_fact_kind" CHECK ("kind" IN ('publisher', 'vintage', 'comparison')),
  ADD CONSTRAINT "publisher_fact_revision_counts_from_one" CHECK ("revision" >= 1),
  ADD CONSTRAINT "publisher_fact_superseded_later" CHECK ("superseded_in" > "published_in");
CREATE UNIQUE INDEX "publisher_fact_one_current_revision" ON "publisher_fact" ("kind", "key") WHERE "superseded_in" IS NULL;

CREATE TRIGGER record_only_closed BEFORE UPDATE ON "publisher_fact"
  FOR EACH ROW EXECUTE FUNCTION record_allows_only_closing();
CREATE TRIGGER record_joins_version AFTER INSERT ON "publisher_fact" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION record_rows_join_version_being_published();
CREATE TRIGGER record_never_deleted BEFORE DELETE OR TRUNCATE ON "publisher_fact"
  FOR EACH STATEMENT EXECUTE FUNCTION record_refuses_change();
