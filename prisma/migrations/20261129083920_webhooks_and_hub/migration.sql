-- CreateTable
CREATE TABLE "desk"."feed_subscription" (
    "id" SERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "callback" TEXT NOT NULL,
    "secret" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "told_version" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feed_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."hub_request" (
    "id" SERIAL NOT NULL,
    "unsubscribes" BOOLEAN NOT NULL,
    "topic" TEXT NOT NULL,
    "callback" TEXT NOT NULL,
    "secret" TEXT,
    "lease_seconds" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hub_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."webhook" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "sends" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "off_at" TIMESTAMPTZ(3),
    "off_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."webhook_delivery" (
    "id" SERIAL NOT NULL,
    "webhook_id" INTEGER NOT NULL,
    "message_id" TEXT NOT NULL,
    "news_key" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "http_status" INTEGER,
    "answer" TEXT NOT NULL DEFAULT '',
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feed_subscription_due_at_idx" ON "desk"."feed_subscription"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "feed_subscription_topic_callback_key" ON "desk"."feed_subscription"("topic", "callback");

-- CreateIndex
CREATE INDEX "hub_request_due_at_idx" ON "desk"."hub_request"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_message_id_key" ON "desk"."webhook_delivery"("message_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_due_at_idx" ON "desk"."webhook_delivery"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_news_key_key" ON "desk"."webhook_delivery"("webhook_id", "news_key");

-- AddForeignKey
ALTER TABLE "desk"."webhook" ADD CONSTRAINT "webhook_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."webhook" ADD CONSTRAINT "webhook_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "desk"."webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "desk"."webhook"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Written by hand: what Prisma's schema cannot say.
ALTER TABLE "desk"."webhook"
  ADD CONSTRAINT "webhook_sends_something" CHECK ("sends" IN ('watched', 'publications')),
  ADD CONSTRAINT "webhook_off_for_a_reason" CHECK (("off_at" IS NULL) = ("off_reason" = ''));
