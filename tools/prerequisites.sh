# Sourced by tools/run and tools/test: says which prerequisite is missing and how to get it.
# shellcheck shell=bash

missing() { # what, how to get it
  printf '%s is missing.\n  %s\n' "$1" "$2" >&2
  exit 1
}

require_dotnet() {
  command -v dotnet >/dev/null || missing "The .NET 10 SDK" \
    "Install it with your system's package manager (package dotnet-sdk-10.0) or from Microsoft's .NET download page."
  dotnet --list-sdks | grep -qE '^(1[0-9])\.' || missing "The .NET 10 SDK (found: $(dotnet --version 2>/dev/null || echo none))" \
    "Install dotnet-sdk-10.0 beside it; the two live together."
}

require_node() {
  command -v node >/dev/null || missing "Node.js 20 or later" \
    "Install it with your system's package manager (package nodejs) or from the Node.js download page."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || missing "Node.js 20 or later (found: $(node --version))" \
    "Update it with your system's package manager or from the Node.js download page."
  command -v npm >/dev/null || missing "npm" "Install the package npm; it usually comes with Node.js."
}

# Programs of PostgreSQL and the extension PostGIS, of the newest version that has both; sets postgres_bin.
find_postgis() {
  local control version
  for control in $(ls -v /usr/share/postgresql/*/extension/postgis.control /usr/share/pgsql/extension/postgis.control 2>/dev/null); do
    version=$(basename "$(dirname "$(dirname "$control")")")
    for postgres_bin in "/usr/lib/postgresql/$version/bin" /usr/bin; do
      [ -x "$postgres_bin/initdb" ] && [ -x "$postgres_bin/pg_ctl" ] && return 0
    done
  done
  return 1
}

require_postgis() {
  find_postgis || missing "PostgreSQL with PostGIS" \
    "Install it with your system's package manager (Debian: postgresql and postgresql-15-postgis-3, or the version of your release)."
}

# The page's libraries, from the lock file; only where they are not there yet.
install_web() { # extra arguments of npm ci
  local stamp=web/node_modules/.package-lock.json
  if [ ! -e "$stamp" ] || [ web/package-lock.json -nt "$stamp" ]; then
    echo "Fetching the page's libraries (npm ci) ..." >&2
    npm ci --prefix web --no-audit --no-fund --loglevel=error "$@" >&2 || {
      echo "npm ci failed: is there a way to the npm registry? The map needs Leaflet once; after that it works offline." >&2
      exit 1
    }
    touch "$stamp"
  fi
}
