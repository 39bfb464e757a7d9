-- By which rule the keys were made under which spellings of one account or transaction meet. They are made by the
-- program, which makes them anew where its rule is another: see lib/record/wallets/rekey-commands.ts. Of keys made until
-- now nothing is known.

-- CreateTable
CREATE TABLE "desk"."key_rule" (
    "kind" TEXT NOT NULL,
    "rule" INTEGER NOT NULL,

    CONSTRAINT "key_rule_pkey" PRIMARY KEY ("kind")
);
