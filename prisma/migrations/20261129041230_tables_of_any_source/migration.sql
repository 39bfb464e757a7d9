-- A table of somebody else's columns goes the way of an import once it is said what each of them is.
ALTER TYPE "desk"."import_state" ADD VALUE 'mapping' BEFORE 'checking';

ALTER TABLE "desk"."import_batch" ADD COLUMN     "decisions" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "mapping" JSONB,
ADD COLUMN     "read_as" TEXT NOT NULL DEFAULT '';

CREATE TABLE "desk"."table_mapping" (
    "id" SERIAL NOT NULL,
    "source_name" TEXT NOT NULL,
    "header_key" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "by_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "table_mapping_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "table_mapping_header_key_updated_at_idx" ON "desk"."table_mapping"("header_key", "updated_at");

CREATE UNIQUE INDEX "table_mapping_source_name_header_key_key" ON "desk"."table_mapping"("source_name", "header_key");

ALTER TABLE "desk"."table_mapping" ADD CONSTRAINT "table_mapping_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
