-- Changes that the desk prepares of many records at once go the way of an import.
ALTER TABLE "desk"."import_batch" ADD COLUMN     "prepared" BOOLEAN NOT NULL DEFAULT false;
