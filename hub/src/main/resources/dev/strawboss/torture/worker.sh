#!/bin/sh
# An agent for strawboss torture. Usage: worker.sh MARKS "NUMBER WHAT SECONDS"
# Leaves a line in MARKS/NUMBER at its start, works in the directory it is started in, and ends.
set -eu
marks=$1
# shellcheck disable=SC2086 # words
set -- $2
echo started >>"$marks/$1"
case $2 in
edit)
  echo "$1" >"work-$1.txt"
  ;;
commit)
  echo "$1" >"work-$1.txt"
  git add "work-$1.txt"
  git -c user.name=worker -c user.email=worker@localhost -c commit.gpgsign=false commit -qm "Work $1"
  ;;
esac
sleep "$3"
echo "done with $1"
