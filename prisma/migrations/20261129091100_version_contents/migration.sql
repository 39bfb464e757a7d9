-- CreateTable
CREATE TABLE "desk"."version_contents" (
    "version" INTEGER NOT NULL,
    "withholdings" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "records" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "version_contents_pkey" PRIMARY KEY ("version","withholdings","rule")
);
