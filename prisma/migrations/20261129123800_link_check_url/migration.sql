-- What is known of a link, by the link itself: a worklist asks for the sources of each of its incidents. A hash, because links are
-- too long for a tree.
CREATE INDEX "link_check_url_idx" ON "desk"."link_check" USING HASH ("url");
