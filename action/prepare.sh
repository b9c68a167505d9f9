#!/usr/bin/env bash
# Makes sure that the runner's Node can run the action, and that the action is built. Built it is in releases, and where its own repository has built it.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v node >/dev/null; then
  echo '::error title=synthcheck::There is no Node on this runner: use actions/setup-node before.'
  exit 2
fi
node -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) process.exit(0);
  console.log(`::error title=synthcheck::Node ${process.versions.node} is too old: 20.19 or newer is needed. Use actions/setup-node before.`);
  process.exit(2);
'
if [ ! -f dist/src/action/cli.js ]; then
  echo '::group::Build synthcheck'
  # Without scripts of packages: the build needs none.
  npm ci --ignore-scripts --no-audit --no-fund
  npm run build
  echo '::endgroup::'
fi
# The engine for questions to the indexes of all applications. It is large, and few ask.
if [ -n "${INPUT_ORGANIZATION:-}" ] && [ ! -d node_modules/@duckdb/node-api ]; then
  echo '::group::Install DuckDB'
  npm install --no-save --ignore-scripts --no-audit --no-fund "@duckdb/node-api@$(node -p 'require("./package.json").devDependencies["@duckdb/node-api"]')"
  echo '::endgroup::'
fi
