-- AlterTable
ALTER TABLE "loss_estimate" ADD COLUMN     "converted" TEXT;

-- AlterTable
ALTER TABLE "return_estimate" ADD COLUMN     "converted" TEXT;

-- CreateTable
CREATE TABLE "desk"."exchange_rate" (
    "currency" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "per_euro" DECIMAL(18,8) NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("currency","day")
);
