-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('day', 'month', 'year');

-- CreateEnum
CREATE TYPE "confidence" AS ENUM ('suspected', 'likely', 'confirmed');

-- CreateEnum
CREATE TYPE "address_role" AS ENUM ('attacker', 'laundering', 'victim');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('state', 'group', 'individual', 'unknown');

-- CreateEnum
CREATE TYPE "figure_qualifier" AS ENUM ('exact', 'about', 'over', 'nearly');

-- CreateTable
CREATE TABLE "dataset_version" (
    "number" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "note" TEXT NOT NULL,
    "transaction_id" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "dataset_version_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" SERIAL NOT NULL,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_revision" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "published_in" INTEGER NOT NULL,
    "superseded_in" INTEGER,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "precision" "date_precision" NOT NULL,
    "category" TEXT NOT NULL,
    "technique" TEXT NOT NULL,
    "chains" TEXT[],
    "summary" TEXT NOT NULL,
    "loss_usd" DECIMAL(20,2),
    "loss_usd_low" DECIMAL(20,2),
    "loss_usd_high" DECIMAL(20,2),
    "returned_usd" DECIMAL(20,2),
    "retraction" TEXT,
    "merged_into_id" INTEGER,

    CONSTRAINT "incident_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "loss_estimate" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "amount_usd" DECIMAL(20,2) NOT NULL,
    "said_by" TEXT NOT NULL,
    "said_on" TEXT,
    "source" TEXT NOT NULL,
    "preferred" BOOLEAN NOT NULL,

    CONSTRAINT "loss_estimate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribution" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "said_by" TEXT NOT NULL,
    "said_on" TEXT,
    "confidence" "confidence" NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "attribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asset" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "symbol" TEXT NOT NULL,
    "quantity" DECIMAL(48,18),
    "usd" DECIMAL(20,2),

    CONSTRAINT "asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "chain" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "match_key" TEXT NOT NULL,
    "role" "address_role" NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_source" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "published_on" TEXT,
    "archived_url" TEXT,

    CONSTRAINT "incident_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor" (
    "id" SERIAL NOT NULL,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor_revision" (
    "id" SERIAL NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "published_in" INTEGER NOT NULL,
    "superseded_in" INTEGER,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "parent_id" INTEGER,
    "kind" "actor_kind" NOT NULL,
    "country" TEXT,
    "description" TEXT NOT NULL,

    CONSTRAINT "actor_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor_source" (
    "id" SERIAL NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "published_on" TEXT,
    "archived_url" TEXT,

    CONSTRAINT "actor_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure" (
    "id" SERIAL NOT NULL,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure_revision" (
    "id" SERIAL NOT NULL,
    "figure_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "published_in" INTEGER NOT NULL,
    "superseded_in" INTEGER,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "category" TEXT,
    "actor_id" INTEGER,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "amount_usd" DECIMAL(20,2) NOT NULL,
    "qualifier" "figure_qualifier" NOT NULL,
    "published_on" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "figure_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_address" (
    "id" SERIAL NOT NULL,
    "published_in" INTEGER NOT NULL,
    "superseded_in" INTEGER,
    "chain" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "match_key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "known_address_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "incident_revision_occurred_on_id_idx" ON "incident_revision"("occurred_on", "id");

-- CreateIndex
CREATE INDEX "incident_revision_published_in_idx" ON "incident_revision"("published_in");

-- CreateIndex
CREATE INDEX "incident_revision_slug_idx" ON "incident_revision"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "incident_revision_incident_id_revision_key" ON "incident_revision"("incident_id", "revision");

-- CreateIndex
CREATE INDEX "loss_estimate_revision_id_idx" ON "loss_estimate"("revision_id");

-- CreateIndex
CREATE INDEX "attribution_revision_id_idx" ON "attribution"("revision_id");

-- CreateIndex
CREATE INDEX "attribution_actor_id_idx" ON "attribution"("actor_id");

-- CreateIndex
CREATE INDEX "asset_revision_id_idx" ON "asset"("revision_id");

-- CreateIndex
CREATE INDEX "address_revision_id_idx" ON "address"("revision_id");

-- CreateIndex
CREATE INDEX "address_match_key_idx" ON "address"("match_key");

-- CreateIndex
CREATE INDEX "incident_source_revision_id_idx" ON "incident_source"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "actor_revision_actor_id_revision_key" ON "actor_revision"("actor_id", "revision");

-- CreateIndex
CREATE INDEX "actor_source_revision_id_idx" ON "actor_source"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "figure_revision_figure_id_revision_key" ON "figure_revision"("figure_id", "revision");

-- CreateIndex
CREATE INDEX "known_address_match_key_idx" ON "known_address"("match_key");

-- AddForeignKey
ALTER TABLE "incident_revision" ADD CONSTRAINT "incident_revision_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "incident_revision" ADD CONSTRAINT "incident_revision_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "incident_revision" ADD CONSTRAINT "incident_revision_published_in_fkey" FOREIGN KEY ("published_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "incident_revision" ADD CONSTRAINT "incident_revision_superseded_in_fkey" FOREIGN KEY ("superseded_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "loss_estimate" ADD CONSTRAINT "loss_estimate_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "incident_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "incident_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "asset" ADD CONSTRAINT "asset_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "incident_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "incident_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "incident_source" ADD CONSTRAINT "incident_source_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "incident_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_revision" ADD CONSTRAINT "actor_revision_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_revision" ADD CONSTRAINT "actor_revision_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_revision" ADD CONSTRAINT "actor_revision_published_in_fkey" FOREIGN KEY ("published_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_revision" ADD CONSTRAINT "actor_revision_superseded_in_fkey" FOREIGN KEY ("superseded_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "actor_source" ADD CONSTRAINT "actor_source_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "actor_revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "figure_revision" ADD CONSTRAINT "figure_revision_figure_id_fkey" FOREIGN KEY ("figure_id") REFERENCES "figure"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "figure_revision" ADD CONSTRAINT "figure_revision_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "figure_revision" ADD CONSTRAINT "figure_revision_published_in_fkey" FOREIGN KEY ("published_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "figure_revision" ADD CONSTRAINT "figure_revision_superseded_in_fkey" FOREIGN KEY ("superseded_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "known_address" ADD CONSTRAINT "known_address_published_in_fkey" FOREIGN KEY ("published_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "known_address" ADD CONSTRAINT "known_address_superseded_in_fkey" FOREIGN KEY ("superseded_in") REFERENCES "dataset_version"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

