#!/usr/bin/env bash
# What action.yml does: the articles named in ARTICLES, one a line, are checked by the program $1; the log goes to SARIF, where it is and how
# it ended to GITHUB_OUTPUT. With LOOK=true weak hints count, too.
set -uo pipefail
articles=()
while IFS= read -r line; do
  [[ -n ${line//[[:space:]]/} ]] && articles+=("$line")
done <<<"$ARTICLES"
options=(--quiet --no-input --sarif)
[[ $LOOK == true ]] && options+=(--look)
"$1" check "${options[@]}" -- "${articles[@]}" >"$SARIF"
code=$?
printf 'sarif=%s\ncode=%s\n' "$SARIF" "$code" >>"$GITHUB_OUTPUT"
[[ -s $SARIF ]]  # without a log there is nothing to post
