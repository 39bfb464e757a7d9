#!/bin/sh
# Writes nginx's configuration from its template and the environment, and becomes nginx. With `render` it only writes it.
set -eu
here=$(dirname "$0")
export NGINX_WORKERS="${NGINX_WORKERS:-auto}" CACHE_SIZE="${CACHE_SIZE:-2g}" ACME_FOLDER="${ACME_FOLDER:-/var/lib/acme}"
names='RUN_FOLDER CACHE_FOLDER CACHE_SIZE ACME_FOLDER NGINX_WORKERS WEB_ONE WEB_OTHER SITE_HOST HTTP_LISTEN HTTPS_LISTEN TLS_CERTIFICATE TLS_KEY'
for name in $names; do
  eval ": \"\${$name:?is not set}\""
done
# Only these: nginx's own variables begin with the same sign.
envsubst "$(printf '${%s} ' $names)" < "$here/nginx.conf.template" > "$RUN_FOLDER/nginx.conf"
[ "${1:-}" = render ] || exec nginx -e stderr -c "$RUN_FOLDER/nginx.conf"
