-- What a total counts that its dates, category and actor do not say: some thefts that its publisher names, a part of
-- what they span, what is left after returns, or more than thefts. No number of ours stands beside such a total.
ALTER TABLE "figure_revision" ADD COLUMN     "selection" TEXT;
ALTER TABLE "figure_revision" ADD CONSTRAINT "figure_selection_known" CHECK ("selection" IN ('named', 'part', 'net', 'more'));
