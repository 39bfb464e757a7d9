-- Facts of publishers are public records of versions that are logged from now on: the logs and digests of those that are there
-- already stay what they are.
-- AlterTable
ALTER TABLE "log_checkpoint" ADD COLUMN     "has_publisher_facts" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "log_checkpoint" ALTER COLUMN "has_publisher_facts" SET DEFAULT true;
