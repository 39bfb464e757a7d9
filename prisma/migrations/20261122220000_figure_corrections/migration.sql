-- AlterTable
ALTER TABLE "figure_revision" ADD COLUMN     "merged_into_id" INTEGER,
ADD COLUMN     "retraction" TEXT;

-- AddForeignKey
ALTER TABLE "figure_revision" ADD CONSTRAINT "figure_revision_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "figure"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "figure_revision" ADD CONSTRAINT "figure_not_merged_into_itself" CHECK ("merged_into_id" <> "figure_id");
