-- What reviewers and the uploader of an import say to each other, and who has claimed its review: as of a proposal.

-- CreateEnum
CREATE TYPE "desk"."import_event_kind" AS ENUM ('claimed', 'released', 'commented');

-- AlterTable
ALTER TABLE "desk"."import_batch" ADD COLUMN     "reviewer_id" TEXT;

-- CreateTable
CREATE TABLE "desk"."import_event" (
    "id" SERIAL NOT NULL,
    "import_id" INTEGER NOT NULL,
    "kind" "desk"."import_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "import_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_event_import_id_idx" ON "desk"."import_event"("import_id");

-- AddForeignKey
ALTER TABLE "desk"."import_batch" ADD CONSTRAINT "import_batch_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."import_event" ADD CONSTRAINT "import_event_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "desk"."import_batch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."import_event" ADD CONSTRAINT "import_event_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER "history_never_deleted" BEFORE DELETE OR TRUNCATE ON "desk"."import_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "desk"."history_refuses_change"();
CREATE TRIGGER "history_never_updated" BEFORE UPDATE ON "desk"."import_event"
  FOR EACH ROW EXECUTE FUNCTION "desk"."history_refuses_change"();
