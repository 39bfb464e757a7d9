-- A death after a verdict hid the verdict: a case that ended with one is told from a case that death ended.
ALTER TABLE "actor_revision" DROP CONSTRAINT "actor_status_known";
ALTER TABLE "actor_revision" ADD CONSTRAINT "actor_status_known" CHECK ("status" IN (
  'charged', 'convicted', 'pleaded-guilty', 'acquitted', 'not-tried', 'convicted-deceased', 'deceased'));
