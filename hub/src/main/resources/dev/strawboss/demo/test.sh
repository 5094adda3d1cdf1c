#!/bin/sh
set -eu
[ "$(sh greet.sh)" = "Hello, world" ]
echo "all tests pass"
