#!/bin/sh
# Once on a new primary, as its superuser: the roles and the database. psql finds the server by PGHOST and PGPORT.
set -eu
: "${DATABASE_PASSWORD:?is not set}" "${REPLICATION_PASSWORD:?is not set}"
# There is no standby yet that could confirm it.
export PGOPTIONS='-c synchronous_commit=local'
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
  --set=database_password="$DATABASE_PASSWORD" --set=replication_password="$REPLICATION_PASSWORD" <<'SQL'
CREATE ROLE lossline LOGIN PASSWORD :'database_password';
CREATE ROLE replication LOGIN REPLICATION PASSWORD :'replication_password';
CREATE DATABASE lossline OWNER lossline;
SQL
