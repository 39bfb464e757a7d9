-- CreateTable
CREATE TABLE "desk"."worklist_claim" (
    "kind" "desk"."record_kind" NOT NULL,
    "record_id" INTEGER NOT NULL,
    "worklist" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worklist_claim_pkey" PRIMARY KEY ("kind","record_id")
);

-- CreateIndex
CREATE INDEX "worklist_claim_by_id_idx" ON "desk"."worklist_claim"("by_id");

-- AddForeignKey
ALTER TABLE "desk"."worklist_claim" ADD CONSTRAINT "worklist_claim_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
