-- AlterTable
ALTER TABLE "incident_revision" ADD COLUMN     "technique_definition" TEXT;

-- Of a million incidents a handful say what is meant by their technique.
CREATE INDEX "incident_defines_technique" ON "incident_revision" ("technique") WHERE "technique_definition" IS NOT NULL;
