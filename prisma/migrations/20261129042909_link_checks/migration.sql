-- CreateEnum
CREATE TYPE "desk"."link_state" AS ENUM ('found', 'moved', 'gone', 'refused', 'unreachable');

-- CreateTable
CREATE TABLE "desk"."link_check" (
    "key" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "state" "desk"."link_state" NOT NULL,
    "http_status" INTEGER,
    "moved_url" TEXT,
    "detail" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "failing_since" TIMESTAMPTZ(3),

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "link_check_state_host_idx" ON "desk"."link_check"("state", "host");
