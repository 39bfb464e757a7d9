-- AlterTable
ALTER TABLE "desk"."person_session" ADD COLUMN     "by_passkey" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3);
