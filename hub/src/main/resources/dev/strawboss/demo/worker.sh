#!/bin/sh
# The demo's worker where no agent CLI is at hand: a process like any agent, only that nothing in it
# thinks. It works in the directory it is started in.
set -eu
step() {
  printf '%s\n' "$1"
  sleep 0.4
}
step "reading greet.sh and test.sh"
cat greet.sh test.sh >/dev/null
step "editing greet.sh"
cat >greet.sh <<'END'
#!/bin/sh
echo "Hello, ${1:-world}"
END
step "editing test.sh"
cat >test.sh <<'END'
#!/bin/sh
set -eu
[ "$(sh greet.sh)" = "Hello, world" ]
[ "$(sh greet.sh Ada)" = "Hello, Ada" ]
echo "all tests pass"
END
step "running sh test.sh"
sh test.sh
step "greet.sh greets whom its first argument names; test.sh checks it"
