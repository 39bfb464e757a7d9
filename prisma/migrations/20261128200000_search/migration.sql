-- One row for each revision of what is searched, each technique and each publisher, with its words and their weights; and
-- the words themselves, by which a slip of the hand is found (pg_trgm is there since the desk's rules). All of it is derived
-- from the record, by lib/record/search: rows of what is here already are made at the next start.

-- CreateTable
CREATE TABLE "desk"."search_entry" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT,
    "record_id" INTEGER,
    "revision_id" INTEGER,
    "published_in" INTEGER NOT NULL,
    "superseded_in" INTEGER,
    "names" TEXT NOT NULL,
    "related" TEXT NOT NULL,
    "weight" REAL NOT NULL,
    "called" tsvector NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."search_term" (
    "term" TEXT NOT NULL,
    "shortened" TEXT[],

    CONSTRAINT "search_term_pkey" PRIMARY KEY ("term")
);

-- CreateIndex
CREATE INDEX "search_entry_called_idx" ON "desk"."search_entry" USING GIN ("called");

-- CreateIndex
CREATE INDEX "search_entry_document_idx" ON "desk"."search_entry" USING GIN ("document");

-- CreateIndex
CREATE INDEX "search_entry_kind_revision_id_idx" ON "desk"."search_entry"("kind", "revision_id");

-- CreateIndex
CREATE INDEX "search_entry_kind_value_idx" ON "desk"."search_entry"("kind", "value");

-- CreateIndex
CREATE INDEX "search_term_alike" ON "desk"."search_term" USING GIN ("term" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_term_shortened_idx" ON "desk"."search_term" USING GIN ("shortened");

-- What a publisher said, and what it is said to have found.
CREATE INDEX "attribution_said_by_idx" ON "attribution" USING HASH ("said_by");
CREATE INDEX "incident_source_publisher_idx" ON "incident_source" USING HASH ("publisher");

-- Parts of addresses and hashes, in any letter case. Prisma's schema cannot say an index over an expression.
CREATE INDEX "address_part" ON "address" USING GIN (lower("address") gin_trgm_ops);
CREATE INDEX "incident_transaction_part" ON "incident_transaction" USING GIN (lower("hash") gin_trgm_ops);
