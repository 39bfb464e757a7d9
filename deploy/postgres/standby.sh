#!/bin/sh
# Copies the primary where PGDATA is empty, and becomes a standby of it. What is given is passed on to PostgreSQL.
set -eu
: "${PGDATA:?is not set}" "${PRIMARY_HOST:?is not set}" "${REPLICATION_PASSWORD:?is not set}"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  export PGPASSWORD="$REPLICATION_PASSWORD"
  primary="host=$PRIMARY_HOST port=${PRIMARY_PORT:-5432} user=replication application_name=standby"
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 "$primary dbname=postgres" --output=/dev/null --command="
    SELECT pg_create_physical_replication_slot('standby')
    WHERE NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = 'standby')"
  pg_basebackup --dbname="$primary" --pgdata="$PGDATA" --wal-method=stream --slot=standby --checkpoint=fast --write-recovery-conf
fi
exec postgres -D "$PGDATA" "$@"
