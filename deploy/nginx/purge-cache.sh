#!/bin/sh
# Empties nginx's cache, also while it runs: what is gone is asked for anew. After a text was withheld, because permanent
# addresses are kept for good.
set -eu
: "${CACHE_FOLDER:?is not set}"
find "$CACHE_FOLDER" -type f -delete
