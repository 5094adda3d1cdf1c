package dev.strawboss.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each reason for which bubblewrap cannot be used is one sentence, with the command that mends it.
class RefusalsTest {
    /// What bubblewrap says where AppArmor takes it for "unprivileged_userns": Ubuntu 24.04
    /// (containers/bubblewrap#632, anthropic-experimental/sandbox-runtime#74).
    private static final List<String> OF_APPARMOR =
            List.of(
                    "bwrap: setting up uid map: Permission denied",
                    "bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted");

    /// Older kernels of Debian and Arch (containers/bubblewrap#324).
    private static final String OF_DEBIAN =
            "bwrap: No permissions to creating new namespace, likely because the kernel does not"
                    + " allow non-privileged user namespaces.";

    @TempDir Path ground;
    private Path programs;
    private Path switches;
    private Host host;

    @BeforeEach
    void open() throws Exception {
        // who gives up being root has to reach it
        Files.setPosixFilePermissions(ground, PosixFilePermissions.fromString("rwxr-xr-x"));
        programs = Files.createDirectories(ground.resolve("programs"));
        switches = Files.createDirectories(ground.resolve("sys"));
        Files.createDirectories(switches.resolve("kernel"));
        Files.createDirectories(switches.resolve("user"));
        Files.writeString(switches.resolve("user/max_user_namespaces"), "96365\n");
        host = Host.of(ground.resolve("hub"));
    }

    @Test
    void bubblewrapIsMissing() throws Exception {
        assertSays(
                new BubblewrapTrial(host.searching(programs.toString())).run(),
                "Bubblewrap is not installed.",
                "apt-get install bubblewrap");
    }

    @Test
    void bubblewrapIsTooOld() throws Exception {
        bwrap("echo 'usage: bwrap [OPTIONS...] COMMAND'; echo '  --ro-bind SRC DEST'");
        assertSays(
                new BubblewrapTrial(host.searching(programs + ":/usr/bin")).run(),
                "Bubblewrap is too old here: it does not know --perms, which 0.5.0 and later do.",
                "apt-get install --only-upgrade bubblewrap");
    }

    @Test
    void apparmorKeepsNamespacesFromBubblewrap() throws Exception {
        Files.writeString(switches.resolve("kernel/apparmor_restrict_unprivileged_userns"), "1\n");
        for (String said : OF_APPARMOR) {
            Trial trial = new BubblewrapTrial(host, switches).refused(said, "/usr/bin/bwrap");
            assertThat(trial.why())
                    .isEqualTo(
                            "AppArmor keeps user namespaces from bubblewrap here"
                                    + " (kernel.apparmor_restrict_unprivileged_userns is 1).");
            assertThat(trial.mend())
                    .isEqualTo(
                            "printf 'abi <abi/4.0>,\\ninclude <tunables/global>\\nprofile bwrap"
                                    + " /usr/bin/bwrap flags=(unconfined) { userns, }\\n' | sudo tee"
                                    + " /etc/apparmor.d/bwrap >/dev/null && sudo apparmor_parser -r"
                                    + " /etc/apparmor.d/bwrap");
        }
    }

    @Test
    void userNamespacesAreForRootOnly() throws Exception {
        Files.writeString(switches.resolve("kernel/unprivileged_userns_clone"), "0\n");
        assertSays(
                new BubblewrapTrial(host, switches).refused(OF_DEBIAN, "/usr/bin/bwrap"),
                "User namespaces are for root only here (kernel.unprivileged_userns_clone is 0).",
                "sudo sysctl kernel.unprivileged_userns_clone=1");
    }

    @Test
    void whatIsNotKnownIsSaidInItsOwnWords() throws Exception {
        bwrap("echo --perms; [ \"$1\" = --help ] || { echo 'bwrap: out of luck' >&2; exit 1; }");
        Trial trial = new BubblewrapTrial(host.searching(programs + ":/usr/bin"), switches).run();
        assertThat(trial.why()).startsWith("Bubblewrap does not work here: ").endsWith("luck.");
    }

    /// For real: in a user namespace whose own switch is 0, by a JVM there.
    @Test
    void userNamespacesAreSwitchedOff() throws Exception {
        Here.confinedOrSkipped(ground.resolve("here"));
        String script = "echo 0 >/proc/sys/user/max_user_namespaces || exit 77; exec \"$@\"";
        Process process =
                new ProcessBuilder(
                                "/usr/bin/unshare",
                                "--user",
                                "--map-root-user",
                                "/bin/sh",
                                "-c",
                                script,
                                "sh",
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                TryHere.class.getName(),
                                ground.resolve("there").toString())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        assumeTrue(status != 77, "the switch of a user namespace cannot be set here");
        assertThat(said)
                .isEqualTo(
                        "User namespaces are switched off here (user.max_user_namespaces is 0)."
                                + "\nsudo sysctl user.max_user_namespaces=15000\n");
    }

    /// The trial by itself, for a JVM of its own.
    static final class TryHere {
        private TryHere() {}

        @SuppressWarnings("SystemOut") // it is what the parent reads
        public static void main(String[] args) throws InterruptedException {
            Trial trial = new BubblewrapTrial(Host.of(Path.of(args[0]))).run();
            System.out.println(trial.why() + "\n" + trial.mend());
        }
    }

    private void bwrap(String script) throws Exception {
        Path program = programs.resolve("bwrap");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void assertSays(Trial trial, String why, String mend) {
        assertThat(trial.mechanism()).isEmpty();
        assertThat(trial.why()).isEqualTo(why);
        assertThat(trial.mend()).isEqualTo(mend);
    }
}
