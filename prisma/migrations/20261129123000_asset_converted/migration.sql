-- AlterTable
ALTER TABLE "asset" ADD COLUMN     "converted" TEXT;
