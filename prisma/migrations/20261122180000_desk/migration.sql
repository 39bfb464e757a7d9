-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "desk";

-- CreateEnum
CREATE TYPE "desk"."desk_role" AS ENUM ('contributor', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "desk"."link_purpose" AS ENUM ('invitation', 'password');

-- CreateEnum
CREATE TYPE "desk"."record_kind" AS ENUM ('incident', 'actor', 'figure');

-- CreateEnum
CREATE TYPE "desk"."proposal_state" AS ENUM ('draft', 'in review', 'returned', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "desk"."proposal_event_kind" AS ENUM ('created', 'submitted', 'claimed', 'released', 'commented', 'returned', 'withdrawn', 'merged', 'published');

-- CreateEnum
CREATE TYPE "desk"."suggestion_state" AS ENUM ('waiting', 'taken up', 'declined');

-- CreateEnum
CREATE TYPE "desk"."import_state" AS ENUM ('checking', 'checked', 'importing', 'imported', 'failed', 'discarded');

-- AlterTable
ALTER TABLE "actor_revision" ADD COLUMN     "merged_into_id" INTEGER;

-- AlterTable
ALTER TABLE "dataset_version" ADD COLUMN     "entered_by" TEXT,
ADD COLUMN     "reviewed_by" TEXT;

-- CreateTable
CREATE TABLE "desk"."person" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "role" "desk"."desk_role" NOT NULL DEFAULT 'contributor',
    "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false,
    "deactivated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."person_session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."person_account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."person_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."person_two_factor" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN,
    "failed_verification_count" INTEGER,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "person_two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."person_passkey" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "public_key" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "created_at" TIMESTAMPTZ(3),
    "aaguid" TEXT,

    CONSTRAINT "person_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."one_time_link" (
    "id" SERIAL NOT NULL,
    "purpose" "desk"."link_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT,
    "role" "desk"."desk_role",
    "person_id" TEXT,
    "made_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."attempt_count" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "attempt_count_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "desk"."proposal" (
    "id" SERIAL NOT NULL,
    "kind" "desk"."record_kind" NOT NULL,
    "record_id" INTEGER,
    "base_revision" INTEGER,
    "state" "desk"."proposal_state" NOT NULL DEFAULT 'draft',
    "content" JSONB NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "save_number" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT '',
    "author_id" TEXT,
    "reviewer_id" TEXT,
    "suggestion_id" INTEGER,
    "import_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "published_in" INTEGER,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."proposal_event" (
    "id" SERIAL NOT NULL,
    "proposal_id" INTEGER NOT NULL,
    "kind" "desk"."proposal_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" TEXT,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "proposal_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."set_aside" (
    "id" SERIAL NOT NULL,
    "proposal_id" INTEGER NOT NULL,
    "tab" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "follows" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "set_aside_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."suggestion" (
    "id" SERIAL NOT NULL,
    "token_hash" TEXT NOT NULL,
    "kind" "desk"."record_kind" NOT NULL,
    "record_id" INTEGER,
    "content" JSONB NOT NULL,
    "state" "desk"."suggestion_state" NOT NULL DEFAULT 'waiting',
    "answer" TEXT NOT NULL DEFAULT '',
    "answerer_id" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."import_batch" (
    "id" SERIAL NOT NULL,
    "by_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "desk"."import_state" NOT NULL DEFAULT 'checking',
    "rows" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB NOT NULL DEFAULT '{}',
    "published_in" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."audit_entry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "desk"."person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "person_session_token_key" ON "desk"."person_session"("token");

-- CreateIndex
CREATE INDEX "person_session_person_id_idx" ON "desk"."person_session"("person_id");

-- CreateIndex
CREATE INDEX "person_account_person_id_idx" ON "desk"."person_account"("person_id");

-- CreateIndex
CREATE INDEX "person_verification_identifier_idx" ON "desk"."person_verification"("identifier");

-- CreateIndex
CREATE INDEX "person_two_factor_person_id_idx" ON "desk"."person_two_factor"("person_id");

-- CreateIndex
CREATE INDEX "person_passkey_person_id_idx" ON "desk"."person_passkey"("person_id");

-- CreateIndex
CREATE INDEX "person_passkey_credential_id_idx" ON "desk"."person_passkey"("credential_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "desk"."one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "attempt_count_expire_idx" ON "desk"."attempt_count"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_suggestion_id_key" ON "desk"."proposal"("suggestion_id");

-- CreateIndex
CREATE INDEX "proposal_state_submitted_at_idx" ON "desk"."proposal"("state", "submitted_at");

-- CreateIndex
CREATE INDEX "proposal_author_id_idx" ON "desk"."proposal"("author_id");

-- CreateIndex
CREATE INDEX "proposal_kind_record_id_idx" ON "desk"."proposal"("kind", "record_id");

-- CreateIndex
CREATE INDEX "proposal_import_id_idx" ON "desk"."proposal"("import_id");

-- CreateIndex
CREATE INDEX "proposal_event_proposal_id_idx" ON "desk"."proposal_event"("proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "set_aside_proposal_id_tab_key" ON "desk"."set_aside"("proposal_id", "tab");

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_token_hash_key" ON "desk"."suggestion"("token_hash");

-- CreateIndex
CREATE INDEX "suggestion_state_received_at_idx" ON "desk"."suggestion"("state", "received_at");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "desk"."audit_entry"("at");

-- AddForeignKey
ALTER TABLE "actor_revision" ADD CONSTRAINT "actor_revision_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."person_session" ADD CONSTRAINT "person_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."person_account" ADD CONSTRAINT "person_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."person_two_factor" ADD CONSTRAINT "person_two_factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."person_passkey" ADD CONSTRAINT "person_passkey_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."one_time_link" ADD CONSTRAINT "one_time_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."one_time_link" ADD CONSTRAINT "one_time_link_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."proposal" ADD CONSTRAINT "proposal_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."proposal" ADD CONSTRAINT "proposal_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."proposal" ADD CONSTRAINT "proposal_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "desk"."suggestion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."proposal" ADD CONSTRAINT "proposal_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "desk"."import_batch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."proposal_event" ADD CONSTRAINT "proposal_event_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "desk"."proposal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."proposal_event" ADD CONSTRAINT "proposal_event_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."set_aside" ADD CONSTRAINT "set_aside_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "desk"."proposal"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."set_aside" ADD CONSTRAINT "set_aside_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."suggestion" ADD CONSTRAINT "suggestion_answerer_id_fkey" FOREIGN KEY ("answerer_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."import_batch" ADD CONSTRAINT "import_batch_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."audit_entry" ADD CONSTRAINT "audit_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
