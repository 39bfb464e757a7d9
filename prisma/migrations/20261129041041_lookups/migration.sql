-- What lists of anything are looked up by: an address by the beginning of its digest, so that who asks need not say which
-- one is meant, and a name in whatever way it is written. Prisma's schema cannot say an index over an expression, so these
-- stand here only.

-- SHA-256 of an account's key (lib/values/wallets/address-key.ts) in UTF-8, in small hexadecimal digits. convert_to is
-- only stable because a database could have another encoding's conversion replaced; from and to UTF-8 there is none.
CREATE FUNCTION "address_digest" ("key" text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN encode(sha256(convert_to("key", 'UTF8')), 'hex');

CREATE INDEX "address_digest_range" ON "address" ("left"("address_digest"("match_key"), 6));
CREATE INDEX "known_address_digest_range" ON "known_address" ("left"("address_digest"("match_key"), 6));

-- A name as lists of names compare it: letter case, accents, white space and punctuation aside, unless it is nothing but
-- punctuation. The signs are named one by one, because what the server takes for punctuation depends on its locale.
CREATE FUNCTION "name_key" ("name" text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(coalesce(nullif(regexp_replace(normalize("name", NFKD),
    '[\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a0\u00ad\u00b4\u00b7\u0300-\u036f\u1680\u2000-\u2027\u2028-\u202f\u2030-\u205f\u3000\ufeff]+', '', 'g'), ''), "name"));

CREATE FUNCTION "name_keys" ("names" text[]) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(SELECT "name_key"(each) FROM unnest("names") AS each);

CREATE INDEX "target_revision_names" ON "target_revision"
  USING GIN ("name_keys"(ARRAY["name"] || "aliases" || "formerly"));
CREATE INDEX "actor_revision_names" ON "actor_revision" USING GIN ("name_keys"(ARRAY["name"] || "aliases"));
CREATE INDEX "incident_revision_name_key" ON "incident_revision" ("name_key"("name"));
