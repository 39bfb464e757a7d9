-- AlterTable
ALTER TABLE "desk"."field_comment" ADD COLUMN     "row_change" JSONB;

-- What Prisma's schema cannot say.
ALTER TABLE "desk"."field_comment"
  DROP CONSTRAINT "field_comment_suggests_what_is_taken",
  ADD CONSTRAINT "field_comment_suggests_what_is_taken" CHECK (
    "suggested" IS NOT NULL OR "row_change" IS NOT NULL OR "state" IN ('open', 'resolved')),
  ADD CONSTRAINT "field_comment_suggests_one_thing" CHECK (
    "suggested" IS NULL OR "row_change" IS NULL);
