-- CreateEnum
CREATE TYPE "desk"."field_comment_state" AS ENUM ('open', 'resolved', 'taken', 'declined');

-- CreateEnum
CREATE TYPE "desk"."field_comment_entry_kind" AS ENUM ('answered', 'resolved', 'reopened', 'taken', 'declined');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "desk"."proposal_event_kind" ADD VALUE 'corrected';
ALTER TYPE "desk"."proposal_event_kind" ADD VALUE 'took';

-- AlterTable
ALTER TABLE "desk"."proposal" ADD COLUMN     "carries" JSONB;

-- CreateTable
CREATE TABLE "desk"."proposal_round" (
    "id" SERIAL NOT NULL,
    "proposal_id" INTEGER NOT NULL,
    "event_id" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "proposal_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."field_comment" (
    "id" SERIAL NOT NULL,
    "proposal_id" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "said" TEXT NOT NULL DEFAULT '',
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL,
    "suggested" TEXT,
    "state" "desk"."field_comment_state" NOT NULL DEFAULT 'open',
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" TEXT,

    CONSTRAINT "field_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."field_comment_entry" (
    "id" SERIAL NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "kind" "desk"."field_comment_entry_kind" NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "field_comment_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "proposal_round_event_id_key" ON "desk"."proposal_round"("event_id");

-- CreateIndex
CREATE INDEX "proposal_round_proposal_id_idx" ON "desk"."proposal_round"("proposal_id");

-- CreateIndex
CREATE INDEX "field_comment_proposal_id_state_idx" ON "desk"."field_comment"("proposal_id", "state");

-- CreateIndex
CREATE INDEX "field_comment_entry_comment_id_idx" ON "desk"."field_comment_entry"("comment_id");

-- AddForeignKey
ALTER TABLE "desk"."proposal_round" ADD CONSTRAINT "proposal_round_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "desk"."proposal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."proposal_round" ADD CONSTRAINT "proposal_round_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "desk"."proposal_event"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."field_comment" ADD CONSTRAINT "field_comment_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "desk"."proposal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."field_comment" ADD CONSTRAINT "field_comment_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."field_comment" ADD CONSTRAINT "field_comment_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."field_comment_entry" ADD CONSTRAINT "field_comment_entry_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "desk"."field_comment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."field_comment_entry" ADD CONSTRAINT "field_comment_entry_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma's schema cannot say.
ALTER TABLE "desk"."field_comment"
  ADD CONSTRAINT "field_comment_settled_by_somebody" CHECK (
    ("state" = 'open') = ("settled_at" IS NULL) AND ("state" = 'open') = ("settled_by_id" IS NULL)),
  ADD CONSTRAINT "field_comment_suggests_what_is_taken" CHECK (
    "suggested" IS NOT NULL OR "state" IN ('open', 'resolved'));

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['proposal_round', 'field_comment_entry'] LOOP
    EXECUTE format('CREATE TRIGGER history_never_updated BEFORE UPDATE ON desk.%I FOR EACH ROW EXECUTE FUNCTION desk.history_refuses_change()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['proposal_round', 'field_comment', 'field_comment_entry'] LOOP
    EXECUTE format('CREATE TRIGGER history_never_deleted BEFORE DELETE OR TRUNCATE ON desk.%I FOR EACH STATEMENT EXECUTE FUNCTION desk.history_refuses_change()', name);
  END LOOP;
END $$;
