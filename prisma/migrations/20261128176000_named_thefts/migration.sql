-- A total of some thefts that its publisher names counts nothing else between the first and the last of them.
ALTER TABLE "figure_revision" ADD COLUMN     "named_thefts" BOOLEAN NOT NULL DEFAULT false;
