#!/bin/sh
# The supervisor of one attempt. It outlives whoever started it; all it shares with the hub is the attempt's directory:
#   lock       made by whoever comes first; nobody else starts this attempt
#   pid        the runner: pid, start time, boot id; then a line each for KILL and SCOPE
#   worker     the command: pid, start time (blank until it starts)
#   stdout     the first bytes; stdout.tail the last ones if there were more, and stdout.cut how many followed the first; stderr the same
#   exit       128 reserved bytes: status first and a full stop last, once the command has ended and its output is complete
#   paused     made by the hub: for how many seconds the command was paused, and since which second after boot it is now, if it is
#   revoked    made by a hub that does not wait for `pid` any longer
# Usage: runner.sh ATTEMPT DIRECTORY DONE KILL SCOPE WORKDIR STDIN LIMIT HEAD TAIL TOOLS UNBUFFER BOOT CLEAR BOUNDS COMMAND...
#   DONE       a file to make at the very end
#   KILL       cgroup or freezer (SCOPE is the directory of the control group), user_scope (the same; the runner makes it below its
#              own), pid_namespace (COMMAND begins with unshare), subreaper (all orphans become children of the runner) or process_group
#   LIMIT      seconds after which the runner itself ends the command, because nobody else did
#   HEAD, TAIL bytes kept of the beginning and of the end of each stream
#   TOOLS      the runner's own PATH; the command gets the one in the environment
#   UNBUFFER   libstdbuf.so or nothing: without it `head` shows its output late
#   BOOT       the file that names this boot
#   CLEAR      names that shells put into the environment and the command shall not see
#   BOUNDS     directories of control groups that bound what the command uses
# Where `head` is not GNU's (busybox), output comes late too, and up to 4 KB are lost where the head ends.
# The environment belongs to the command, so all variables here begin with sb_.

sb_attempt=$1 sb_dir=$2 sb_done=$3 sb_kill=$4 sb_scope=$5 sb_workdir=$6 sb_stdin=$7 sb_limit=$8 sb_head=$9
shift 9
sb_tail=$1 sb_path=$PATH sb_unbuffer=$3 sb_boot=$4 sb_clear=$5 sb_bounds=$6
PATH=$2
shift 6
exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-

# Sets sb_pid and sb_start of process $1. Its own ones a process has by the name of self; in a subshell $$ is not it.
sb_identify() {
    read -r sb_stat <"/proc/$1/stat" || return
    sb_pid=${sb_stat%% *}
    # shellcheck disable=SC2086 # words; 20 from the state on is field 22 of proc(5)
    set -- ${sb_stat##*) }
    sb_start=${20}
}

# Sets sb_found to the program $1. A busybox shell would take its own `head`, which reads too much, `wc`, which counts to 4 GB, and
# `grep`, which stops at a NUL.
sb_find() {
    IFS=:
    for sb_found in $PATH; do
        if [ -x "$sb_found/$1" ]; then break; fi
    done
    unset IFS
    sb_found=$sb_found/$1
}

# Copies a stream within its bounds; goes on reading when the disk is full, for the command must not die of that.
sb_pump() {
    exec <"$sb_dir/$1.pipe" 4>"$sb_dir/$1"
    sb_find head
    LD_PRELOAD=$sb_unbuffer _STDBUF_O=0 "$sb_found" -c "$sb_head" >&4
    sb_status=$?
    read -r _ sb_position </proc/self/fdinfo/4
    exec 4>&-
    if [ "$sb_status" != 0 ] || [ "$sb_position" -ge "$sb_head" ]; then
        sb_find wc
        { tee /dev/fd/3 | "$sb_found" -c >"$sb_dir/$1.cut"; } 3>&1 | tail -c "$sb_tail" >"$sb_dir/$1.tail"
    fi
}

# Ends process $1 with all below it. Whoever is stopped makes no more children.
sb_kill_tree() {
    kill -STOP "$1"
    for sb_task in "/proc/$1/task/"*; do
        read -r sb_children <"$sb_task/children"
        for sb_child in $sb_children; do sb_kill_tree "$sb_child"; done
    done
    kill -KILL "$1"
}

# Sets sb_state, sb_parent and sb_session of process $1, if it lives.
sb_look_at() {
    read -r sb_stat <"/proc/$1/stat" || return
    # shellcheck disable=SC2086 # words
    set -- ${sb_stat##*) }
    sb_state=$1 sb_parent=$2 sb_session=$4
    case $sb_state in [ZX]) return 1 ;; esac
}

# Ends once what can be found; fails if nothing is. Where perl made the runner adopt orphans, all that is left of the command are
# its children in other sessions. Else there is the command's session, and the processes that are marked with the attempt's name.
sb_search_and_kill() {
    sb_any=1
    for sb_each in /proc/[0-9]*; do
        sb_each=${sb_each#/proc/}
        sb_look_at "$sb_each" || continue
        if [ "$sb_session" = "$sb_worker" ] || { [ "$sb_parent" = "$$" ] && [ "$sb_session" != "$$" ]; }; then
            sb_kill_tree "$sb_each"
            sb_any=0
        fi
    done
    if [ "$sb_kill" = subreaper ]; then return "$sb_any"; fi
    sb_find grep
    # shellcheck disable=SC2013 # these lines are words
    for sb_each in $("$sb_found" -lsF "STRAWBOSS_ATTEMPT=$sb_attempt" /proc/[0-9]*/environ); do
        sb_each=${sb_each#/proc/}
        sb_kill_tree "${sb_each%/environ}"
        sb_any=0
    done
    return "$sb_any"
}

# Ends what is left of the command, as far as the mechanism reaches. (A namespace ends with its first process, our child.)
sb_end() {
    read -r sb_worker sb_began _ <"$sb_dir/worker"
    sb_start=$sb_began
    sb_identify "$sb_worker"
    # Long after the runner was killed the number may be another's.
    if [ "$sb_start" != "$sb_began" ]; then sb_worker=; fi
    case $sb_kill in
    cgroup | user_scope) echo 1 >"$sb_scope/cgroup.kill" ;;
    freezer) sb_freeze_and_kill ;;
    pid_namespace) kill -KILL "$sb_worker" ;;
    *)
        # not for ever: what waits for a dead disk does not die
        sb_passes=20
        while [ "$sb_passes" -gt 0 ] && sb_search_and_kill; do sb_passes=$((sb_passes - 1)); done
        ;;
    esac
} 2>/dev/null

# What is frozen does not fork; it dies as it thaws. Freezing takes its time.
sb_freeze_and_kill() {
    if ! read -r _ <"$sb_scope/cgroup.procs"; then return; fi
    sb_state='' sb_passes=1000
    while [ "$sb_state" != FROZEN ] && [ "$sb_passes" -gt 0 ]; do
        echo FROZEN >"$sb_scope/freezer.state"
        read -r sb_state <"$sb_scope/freezer.state"
        sb_passes=$((sb_passes - 1))
    done
    while read -r sb_each; do kill -KILL "$sb_each"; done <"$sb_scope/cgroup.procs"
    echo THAWED >"$sb_scope/freezer.state"
}

# Ends the pumps: something that cannot be reached holds the output open.
sb_cut_off() {
    sb_kill_tree "$sb_out"
    sb_kill_tree "$sb_err"
} 2>/dev/null

# Time for which the command was paused does not count.
sb_await_pauses() {
    sb_waited=0
    while :; do
        sb_paused=0 sb_since=
        read -r sb_paused sb_since <"$sb_dir/paused"
        if [ -n "$sb_since" ]; then
            sb_more=5
        elif [ "$sb_paused" -gt "$sb_waited" ]; then
            sb_more=$((sb_paused - sb_waited))
        else
            return
        fi
        sleep "$sb_more"
        sb_waited=$((sb_waited + sb_more))
    done
} 2>/dev/null

sb_backstop() {
    sb_await_pauses
    sb_end
    sleep 5
    sb_cut_off
}

# Does $2 after $1 seconds, unless all of sb_timers are killed before, which is why a watcher stands before the sleep that it
# watches. (Only KILL will do: a shell can lose a TERM between fork and exec.)
sb_after() {
    sleep "$1" 4>"$sb_dir/$2.pipe" &
    sb_timers="$! $sb_timers"
    {
        read -r _ <"$sb_dir/$2.pipe"
        "$2"
    } &
    sb_timers="$! $sb_timers"
}

trap : HUP INT TERM # whatever is sent to the runner, it records how the command ended
set -C
true >"$sb_dir/lock" || exit 75
set +C
printf '%128s' '' >"$sb_dir/exit" && printf '%64s' '' >"$sb_dir/worker" &&
    mkfifo "$sb_dir/stdout.pipe" "$sb_dir/stderr.pipe" "$sb_dir/sb_backstop.pipe" "$sb_dir/sb_cut_off.pipe" || exit 74
sb_identify self
read -r sb_boot <"$sb_boot"
printf '%s\n' "$sb_pid $sb_start $sb_boot" "$sb_kill" "$sb_scope" >"$sb_dir/pid" || exit 74
[ ! -e "$sb_dir/revoked" ] || exit 75

sb_pump stdout &
sb_out=$!
sb_pump stderr &
sb_err=$!
sb_timers=
sb_after "$sb_limit" sb_backstop
# In the foreground: a shell without job control makes a background command ignore SIGINT and SIGQUIT for ever.
(
    sb_identify self
    printf '%s %s ' "$sb_pid" "$sb_start" 1<>"$sb_dir/worker"
    [ "$sb_kill" != user_scope ] || mkdir "$sb_scope" || exit 126
    case $sb_kill in
    cgroup | freezer | user_scope) echo 0 >"$sb_scope/cgroup.procs" || exit 126 ;;
    esac
    for sb_each in $sb_bounds; do echo 0 >"$sb_each/cgroup.procs" || exit 126; done
    cd "$sb_workdir" || exit 126
    export STRAWBOSS_ATTEMPT="$sb_attempt"
    PATH=$sb_path
    # shellcheck disable=SC2086 # names
    unset $sb_clear
    exec "$@"
) >"$sb_dir/stdout.pipe" 2>"$sb_dir/stderr.pipe" <"$sb_stdin"
sb_status=$?

trap '' HUP INT TERM # a signal would end a wait
if [ "$sb_kill" != pid_namespace ]; then sb_end; fi
if [ "$sb_kill" = process_group ] || [ "$sb_kill" = subreaper ]; then sb_after 5 sb_cut_off; fi
wait "$sb_out" "$sb_err"
# Before the record: whoever finds one need not look for timers.
exec 2>/dev/null # bash reports what it kills
# shellcheck disable=SC2086 # words
kill -KILL $sb_timers
wait
printf '%-127s.' "$sb_status" 1<>"$sb_dir/exit"
true >"$sb_done"
