-- A file that is to be published as one version is read by somebody else first.
ALTER TYPE "desk"."import_state" ADD VALUE 'submitted' AFTER 'checked';

ALTER TABLE "desk"."import_batch" ADD COLUMN     "publisher_id" TEXT,
ADD COLUMN     "records" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "step" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "submitted_at" TIMESTAMPTZ(3);

ALTER TABLE "desk"."import_batch" ADD CONSTRAINT "import_batch_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The new state may not be named before the transaction that adds it has ended; its text may.
ALTER TABLE "desk"."import_batch"
  ADD CONSTRAINT "import_batch_submitted_at_a_time" CHECK ("state"::text <> 'submitted' OR "submitted_at" IS NOT NULL);
