-- CreateTable
CREATE TABLE "desk"."mail_choice" (
    "person_id" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sent_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "problem" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "mail_choice_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "mail_choice_due_at_idx" ON "desk"."mail_choice"("due_at");

-- AddForeignKey
ALTER TABLE "desk"."mail_choice" ADD CONSTRAINT "mail_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "desk"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Written by hand: what Prisma's schema cannot say.
ALTER TABLE "desk"."mail_choice"
  ADD CONSTRAINT "mail_choice_after_minutes" CHECK ("minutes" > 0);
