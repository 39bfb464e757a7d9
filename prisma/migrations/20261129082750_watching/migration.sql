-- CreateTable
CREATE TABLE "desk"."watch" (
    "id" SERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" "desk"."record_kind",
    "record_id" INTEGER,
    "host" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."mention" (
    "event_id" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "mention_pkey" PRIMARY KEY ("event_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "watch_person_id_kind_record_id_key" ON "desk"."watch"("person_id", "kind", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "watch_person_id_host_key" ON "desk"."watch"("person_id", "host");

-- CreateIndex
CREATE INDEX "mention_person_id_idx" ON "desk"."mention"("person_id");

-- AddForeignKey
ALTER TABLE "desk"."watch" ADD CONSTRAINT "watch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."mention" ADD CONSTRAINT "mention_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "desk"."proposal_event"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."mention" ADD CONSTRAINT "mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Written by hand: what Prisma's schema cannot say.
ALTER TABLE "desk"."watch"
  ADD CONSTRAINT "watch_of_record_or_host" CHECK (
    ("kind" IS NULL) = ("record_id" IS NULL) AND ("kind" IS NULL) <> ("host" IS NULL));
