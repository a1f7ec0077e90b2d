#!/bin/sh
# Builds dist/ from the sources, where they are newer. Called by Maven; `npm run build` does the same by hand.
set -eu
cd "$(dirname "$0")"

if ! command -v npm >/dev/null 2>&1; then
  echo "npm is missing: the admin UI's pages need node 18.19 or newer to be built" >&2
  echo "  Debian, Ubuntu: apt-get install -y --no-install-recommends nodejs npm; without pages: mvn -Dsigma.web.skip ..." >&2
  exit 1
fi

installed=node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ -n "$(find package-lock.json -newer "$installed")" ]; then
  # no tools for tests, and no script of any package is run
  npm ci --omit=dev --ignore-scripts --no-audit --no-fund
fi

if [ ! -e dist/index.html ] ||
  [ -n "$(find src public index.html package-lock.json ./*.json ./*.ts -newer dist/index.html | head -n 1)" ]; then
  npm run --silent build
fi
