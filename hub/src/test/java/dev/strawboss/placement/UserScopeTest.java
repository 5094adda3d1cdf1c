package dev.strawboss.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A systemd of user 65534's own, in a view of /run and /var/lib/systemd that nobody else has.
class UserScopeTest {
    private static final String WITH_A_USERS_SYSTEMD =
            """
            name=$(id -nu 65534) run=/run/user/65534 groups=
            mount -t tmpfs none /run && mount -t tmpfs none /var/lib/systemd || exit 70
            mkdir -p /run/systemd/system $run /var/lib/systemd/linger
            : >"/var/lib/systemd/linger/$name"
            chown 65534 $run && chmod 700 $run
            for root in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
                [ -w $root/cgroup.procs ] || continue
                group=$root/strawboss-test-$$
                mkdir $group && chown -R 65534 $group && echo 0 >$group/cgroup.procs || exit 71
                groups="$groups $group"
            done
            nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
            nobody env -i HOME=$run XDG_RUNTIME_DIR=$run PATH=/usr/bin:/bin /lib/systemd/systemd --user >/dev/null 2>&1 &
            systemd=$!
            until [ -S $run/systemd/private ] || ! kill -0 $systemd; do sleep 0.1; done
            nobody "$@"
            for root in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
                [ ! -w $root/cgroup.procs ] || echo 0 >$root/cgroup.procs
            done
            for group in $groups; do
                echo 1 >$group/cgroup.kill
                until find $group -depth -type d -exec rmdir {} +; do sleep 0.1; done
            done 2>/dev/null
            """;

    @TempDir Path state;
    private final Sleepers sleepers = new Sleepers();

    @Test
    void anOrdinaryUsersHubWhoseSystemdLingersEndsAStubbornTreeByAScopeOfIt() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can become another");
        assumeTrue(Files.isExecutable(Path.of("/lib/systemd/systemd")), "systemd is not installed");
        assumeTrue(
                ControlGroup.hierarchy().filter(Files::isWritable).isPresent(),
                "no writable control group hierarchy of version 2");
        Process hub =
                ChildHub.start(
                        List.of("/usr/bin/unshare", "-m", "sh", "-c", WITH_A_USERS_SYSTEMD, "sh"),
                        state,
                        "env >\"$0/environment\"; " + sleepers.marked(TreeKillTest.STUBBORN),
                        "");
        awaitFile("started");
        assertThat(Files.readString(state.resolve("started"))).isEqualTo(UserScope.NAME);
        Attempts.await(() -> sleepers.running().size() >= 7, () -> "no sleepers");
        RunHandle run = new AttemptFiles(state.resolve("attempt")).handle().orElseThrow();
        assertThat(run.scope()).endsWith("strawboss-" + ChildHub.ATTEMPT + ".scope/command");
        assertThat(Files.readString(state.resolve("environment")))
                .doesNotContain("XDG_RUNTIME_DIR", "INVOCATION_ID");

        Files.createFile(state.resolve("stop"));
        awaitFile("stopped");

        assertThat(sleepers.running()).isEmpty();
        assertThat(Files.readString(state.resolve("stopped"))).contains("status=137");
        assertThat(hub.waitFor(Duration.ofSeconds(60))).isTrue();
        assertThat(Path.of(run.scope())).doesNotExist();
    }

    @Test
    void withoutLingerRunningJobsWouldEndAtTheLastLogoutSoItIsNotUsed() {
        assertThat(UserScope.ofTheSystem(Tools.OF_THE_SYSTEM, "no-such-user"))
                .isEqualTo(Optional.empty());
    }

    private void awaitFile(String name) throws InterruptedException {
        Attempts.await(
                () -> Files.exists(state.resolve(name)),
                () -> {
                    try {
                        return name + ": " + Files.readString(state.resolve("child.err"));
                    } catch (java.io.IOException e) {
                        return e.toString();
                    }
                });
    }
}
