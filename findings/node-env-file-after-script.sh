#!/usr/bin/env bash
# Node: --env-file behind the script, among the script's own arguments, ends Node when there is no such file; when there is,
# nothing of it is used.
#
# Expected: what follows the script's name belongs to the script, as for every other option of Node ("node [options]
#           script.js [arguments]"): either way the script begins and gets the argument.
# Happens:  Node looks for the file. If it is missing, Node says so and ends with code 9, and the script never begins. If it is
#           there, the script begins, with the argument, and the environment is as it was. Behind "--" Node leaves it alone.
# Bites:    a program for the command line that has an option of this name, as Docker's and many others have: its own sentence
#           for a missing file is never shown, and no test with an existing file tells why.
# Source:   Node documentation, "Command-line API", synopsis; read 2026-11-30.
# Needs:    bash, Node 22.16 or newer; nothing is installed. Seen 2026-11-30 with Node 24.21.0.
set -euo pipefail
[ "$(node -p 'parseInt(process.versions.node)')" -ge 22 ] || { echo "needs Node 22.16 or newer, found $(node --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

echo 'GREETING=from the file' > settings.env
echo 'console.log(JSON.stringify([process.title === "mine", process.env.GREETING ?? null, process.argv.slice(2)]));' > script.cjs

echo "Node $(node -p process.versions.node): [title taken, environment, arguments]"
title=$(node script.cjs --title=mine)
behind=$(node script.cjs -- --env-file nowhere.env)
there=$(node script.cjs --env-file settings.env)
missing=0; node script.cjs --env-file nowhere.env > said 2>&1 || missing=$?
echo "--title=mine behind the script:          $title"
echo "--env-file settings.env behind it:       $there"
echo "the same of a missing file behind --:    $behind"
echo "--env-file of a missing file behind it:  ends with $missing: $(sed 's/^.*node: /node: /' said)"

[ "$title" = '[false,null,["--title=mine"]]' ]
[ "$there" = '[false,null,["--env-file","settings.env"]]' ]
[ "$behind" = '[false,null,["--","--env-file","nowhere.env"]]' ]
[ "$missing" = 9 ]
! grep -q '^\[' said
