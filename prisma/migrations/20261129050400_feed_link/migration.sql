-- CreateTable
CREATE TABLE "desk"."feed_link" (
    "person_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feed_link_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "feed_link_token_hash_key" ON "desk"."feed_link"("token_hash");

-- AddForeignKey
ALTER TABLE "desk"."feed_link" ADD CONSTRAINT "feed_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
