#!/bin/sh
# Builds the pages into the folder named, if their sources changed since they were built there last.
#   build.sh FOLDER      FOLDER gets index.html and assets/
# Without Node.js and npm it says so and leaves the folder alone: the server then explains in place of the pages.
set -eu
folder=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")"

sources=$(find src index.html package-lock.json package.json tsconfig.json vite.config.ts build.sh ../resources/openapi.yaml \
    -type f ! -name schema.ts | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1)
stamp=$folder/.sources
if [ -f "$folder/index.html" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$sources" ]; then exit 0; fi

if ! command -v npm >/dev/null 2>&1; then
    echo "pages: not built, npm is missing: install Node.js 20.19 or newer with npm, then build again" >&2
    exit 0
fi

dependencies=$(sha256sum package-lock.json | cut -d' ' -f1)
if [ "$(cat node_modules/.lock 2>/dev/null)" != "$dependencies" ]; then
    npm ci --no-audit --no-fund --loglevel=error
    echo "$dependencies" >node_modules/.lock
fi
npm run --silent types >/dev/null
npm run --silent check
npm run --silent test -- --silent=passed-only --reporter=dot
npx --no-install vite build --outDir "$folder" --emptyOutDir --logLevel warn
echo "$sources" >"$stamp"
