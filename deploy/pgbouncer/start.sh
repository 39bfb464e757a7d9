#!/bin/sh
# Writes PgBouncer's configuration from its template and the environment, and becomes PgBouncer. With `render` it only
# writes it, for one that runs and is then told by SIGHUP.
set -eu
here=$(dirname "$0")
: "${DATABASE_PASSWORD:?is not set}"
export POOLER_ADDRESS="${POOLER_ADDRESS:-127.0.0.1}" POOLER_PORT="${POOLER_PORT:-6432}"
export PRIMARY_PORT="${PRIMARY_PORT:-5432}" STANDBY_PORT="${STANDBY_PORT:-5432}"
names='RUN_FOLDER PRIMARY_HOST PRIMARY_PORT STANDBY_HOST STANDBY_PORT POOLER_ADDRESS POOLER_PORT'
for name in $names; do
  eval ": \"\${$name:?is not set}\""
done
umask 077
printf '"lossline" "%s"\n' "$DATABASE_PASSWORD" > "$RUN_FOLDER/userlist.txt"
envsubst "$(printf '${%s} ' $names)" < "$here/pgbouncer.ini.template" > "$RUN_FOLDER/pgbouncer.ini"
[ "${1:-}" = render ] || exec pgbouncer "$RUN_FOLDER/pgbouncer.ini"
