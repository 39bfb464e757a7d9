-- A chain's numbers have up to 78 digits (2²⁵⁶ − 1), and an asset up to 18 decimals. Wider at the same scale: no row is
-- rewritten, and every quantity stays what it was.
ALTER TABLE "asset" ALTER COLUMN "quantity" SET DATA TYPE DECIMAL(96,18);
