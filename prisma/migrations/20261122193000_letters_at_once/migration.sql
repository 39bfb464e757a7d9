-- New names go into the index of letters at once. Kept aside, as PostgreSQL does by default, they are merged in
-- only when the table is vacuumed: the embedded database never is, and would look through every name instead.
ALTER INDEX "incident_current_name_letters" SET (fastupdate = off);
SELECT gin_clean_pending_list('"incident_current_name_letters"'::regclass);
