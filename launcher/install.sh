# shellcheck shell=sh
# The slow half of ./strawboss, sourced by it when something is to be built or installed.
# Needs root, data, pointer, java_home and version; leaves the file $pointer.
# shellcheck disable=SC2154 # these come from ./strawboss

say() {
  printf 'strawboss: %s\n' "$1" >&2
}

# A lock is a directory with the owner's pid in it. One whose owner is dead is taken over, by whoever
# gets the directory beside it first.
acquire() {
  waited=0
  until mkdir "$1" 2>/dev/null; do
    [ -d "$1" ] || die "cannot write to ${1%/*}; use a checkout of your own (git clone)"
    owner=$(cat "$1/pid" 2>/dev/null) || owner=
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null && [ ! -d "/proc/$owner" ] \
      && mkdir "$1.takeover" 2>/dev/null; then
      [ "$(cat "$1/pid" 2>/dev/null)" != "$owner" ] || rm -rf "$1"
      rmdir "$1.takeover"
      continue
    fi
    [ "$waited" -ne 5 ] || say "waiting for another ./strawboss that builds…"
    [ "$waited" -lt 4500 ] || die "another ./strawboss has held $1 for 15 minutes; remove it if none runs"
    sleep 0.2
    waited=$((waited + 1))
  done
  held=$1
  trap 'rm -rf "$held"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  echo $$ >"$1/pid"
}

release() {
  rm -rf "$held"
  trap - EXIT HUP INT TERM
}

build() {
  command -v mvn >/dev/null || die "no Maven found; install it (the package is usually called maven)"
  say "building… (once, and when the sources change)"
  log=$root/target/launcher/build.log
  stamp=$root/target/launcher/started
  : >"$stamp" # before the build: what is edited meanwhile is newer
  rm -rf "$root/hub/target/lib"
  if ! (cd "$root" && mvn -q -B -Dfast -Dmaven.test.skip=true package) >"$log" 2>&1 </dev/null; then
    tail -n 30 "$log" >&2
    die "the build failed; the whole log is $log"
  fi
  mv "$stamp" "$built"
}

jars() { # the jars of the build, one a line, the bridge's first
  ls "$root"/hub/target/lib/strawboss-bridge-*.jar
  ls "$root"/hub/target/strawboss-hub-*.jar
  for jar in "$root"/hub/target/lib/*.jar; do
    case $jar in */strawboss-bridge-*) ;; *) printf '%s\n' "$jar" ;; esac
  done
}

# The name of an installation. A JVM takes its AOT cache on trust (JDK 25 does not see that a jar has
# changed), so different jars, another JDK or other options never share a directory.
digest() {
  {
    jars | while IFS= read -r jar; do
      printf '%s\n' "${jar##*/}"
      cat "$jar"
    done
    printf '%s\n' "$java_home" "$version"
    cat "$root/launcher/install.sh"
  } | git hash-object --stdin | cut -c 1-16
}

sqlite_library() { # the path of this platform's library in the jar of sqlite-jdbc
  case $(uname -s) in
    Linux)
      system=Linux library=libsqlitejdbc.so
      ! grep -q '^LIBC="musl"' "$java_home/release" || system=Linux-Musl
      ;;
    Darwin) system=Mac library=libsqlitejdbc.dylib ;;
    *) return 1 ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) machine=x86_64 ;;
    aarch64 | arm64) machine=aarch64 ;;
    *) return 1 ;;
  esac
  printf 'org/sqlite/native/%s/%s/%s\n' "$system" "$machine" "$library"
}

lay_out() { # jars and library into $dist
  mkdir -p "$dist/lib"
  jars | while IFS= read -r jar; do
    case ${jar##*/} in
      strawboss-bridge-*) cp "$jar" "$dist/strawboss-bridge.jar" ;;
      strawboss-hub-*) cp "$jar" "$dist/lib/strawboss-hub.jar" ;;
      *) cp "$jar" "$dist/lib/" ;;
    esac
  done
  native=
  if inside=$(sqlite_library) && (cd "$dist" && "$java_home/bin/jar" xf lib/sqlite-jdbc-*.jar "$inside"); then
    mkdir -p "$dist/native"
    mv "$dist/$inside" "$dist/native/"
    native=${inside##*/}
    rm -rf "$dist/org"
  fi
}

class_path() { # of hub and command line
  printf '%s' "$dist/strawboss-bridge.jar"
  for jar in "$dist"/lib/*.jar; do
    printf ':%s' "$jar"
  done
}

jvm_options() { # what every JVM of ours is given, one a line: standard output belongs to protocols
  printf '%s\n' -XX:+UseSerialGC -Xlog:disable -Xlog:all=warning:stderr
}

words() { # the command line of $1, one word a line; $2: an option for the AOT cache
  printf '%s\n' "$java_home/bin/java"
  jvm_options
  # What ends soon is done before C2 would have paid; a hub lives for days. Trained with C2 its cache would make C2
  # compile what was hot then while it starts.
  case $1.$2 in
    hub.-XX:AOTCache=*) ;;
    *) printf '%s\n' -XX:TieredStopAtLevel=1 ;;
  esac
  case $1 in
    # A line of 32 MB is held twice while its buffer grows.
    bridge) printf '%s\n' -Xms6m -Xmx160m "$2" -cp "$dist/strawboss-bridge.jar" dev.strawboss.bridge.Bridge ;;
    *)
      printf '%s\n' -Xmx256m --enable-native-access=ALL-UNNAMED "-Dstrawboss.dist=$dist"
      [ -z "$native" ] \
        || printf '%s\n' "-Dorg.sqlite.lib.path=$dist/native" "-Dorg.sqlite.lib.name=$native"
      printf '%s\n' "$2" -cp "$(class_path)" dev.strawboss.main.Main
      [ "$1" != hub ] || printf '%s\n' hub serve
      ;;
  esac
}

write_launch() { # $1: the AOT option, with NAME for hub, bridge or cli
  for name in hub bridge cli; do
    words "$name" "${1%%NAME*}$name${1#*NAME}" >"$dist/launch-$name"
  done
  mv "$dist/launch-hub" "$dist/launch" # where the bridge looks
}

is_gone() {
  ! kill -0 "$1" 2>/dev/null
}

is_up_or_gone() {
  [ -e "$1" ] || is_gone "$2"
}

until_true() { # tries the command $2... at most $1 times, ten a second
  tries=$1
  shift
  until "$@" || [ "$tries" -le 0 ]; do
    sleep 0.1
    tries=$((tries - 1))
  done
}

train() { # one run of each program, which leaves its AOT cache
  write_launch "-XX:AOTCacheOutput=$dist/NAME.aot"
  home=$(mktemp -d "${TMPDIR:-/tmp}/strawboss-train.XXXXXX")
  (
    STRAWBOSS_HOME=$home
    export STRAWBOSS_HOME
    (run "$dist/launch" --home "$home") &
    hub=$!
    until_true 600 is_up_or_gone "$home/state/hub.json" "$hub"
    (run "$dist/launch-bridge" --home "$home" <"$root/launcher/training.jsonl") &
    bridge=$!
    (run "$dist/launch-cli" jobs) &
    until_true 300 is_gone "$!"
    until_true 300 is_gone "$bridge"
    kill "$bridge" "$!" 2>/dev/null
    kill "$hub" 2>/dev/null
    wait
  ) >"$dist/training.log" 2>&1 </dev/null || true
  rm -rf "$home"
}

install() {
  acquire "$dist.lock"
  if [ ! -e "$dist/ready" ]; then
    rm -rf "$dist"
    lay_out
    train
    write_launch "-XX:AOTCache=$dist/NAME.aot"
    : >"$dist/ready"
  fi
  release
}

build_and_install() {
  built=$root/target/launcher/built
  if is_newer "$built"; then
    mkdir -p "$root/target/launcher" 2>/dev/null || die "cannot write to $root; use a checkout of your own (git clone)"
    acquire "$root/target/launcher/lock"
    if is_newer "$built"; then
      build
    fi
    release
  fi
  dist=$data/$(digest)
  mkdir -p "$data" "${pointer%/*}"
  [ -e "$dist/ready" ] || install
  note=$pointer.$$
  printf '%s\n' "$java_home" "$version" "$dist" >"$note"
  touch -r "$built" "$note"
  mv "$note" "$pointer"
}
