package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.bridge.HubFile;
import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.mcp.ScriptedTools;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HubTest {
    @TempDir Path directory;

    @Test
    void aSecondHubForTheSameHomeIsRefusedAndTheFirstServesOn() throws Exception {
        Site site = new Site(directory);
        try (Hub hub = start(site).orElseThrow()) {
            assertThat(hub).isNotNull();
            assertThat(start(site)).isEmpty();
            assertThat(
                            Serve.run(
                                    new String[] {"--home", directory.toString()},
                                    "t",
                                    (home, closing) -> ScriptedTools.offer()))
                    .isEqualTo(75);
            assertThat(call(site, "echo", Map.of("text", "x"))).containsEntry("text", "x");
        }
    }

    @Test
    void aHubTellsWhereItIsAndKeepsItsDirectoriesPrivate() throws Exception {
        Site site = new Site(directory);
        try (Hub hub = start(site).orElseThrow()) {
            assertThat(hub).isNotNull();
            HubFile file = HubFile.read(site.home.state()).orElseThrow();
            assertThat(file.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(file.home()).isEqualTo(directory.toString());
            assertThat(file.version()).isEqualTo("test");
            assertThat(file.alive()).isTrue();
            assertThat(file.socket().toString().length()).isLessThan(107);
            assertThat(file.socket().getParent()).satisfies(HubTest::isPrivate);
            assertThat(site.home.state()).satisfies(HubTest::isPrivate);
        }
        assertThat(site.starter().connectToRunning()).isNull();
        assertThat(start(site)).hasValueSatisfying(Hub::close);
    }

    @Test
    void aSocketThatSomebodyRemovedIsMadeAgain() throws Exception {
        Site site = new Site(directory);
        try (Hub hub = start(site).orElseThrow()) {
            assertThat(hub).isNotNull();
            Files.delete(HubFile.read(site.home.state()).orElseThrow().socket());
            assertThat(site.starter().connectToRunning()).isNull();
            for (SocketChannel found = null; found == null; Thread.sleep(20)) {
                found = site.starter().connectToRunning();
                if (found != null) {
                    found.close();
                }
            }
            assertThat(call(site, "echo", Map.of("text", "x"))).containsEntry("text", "x");
        }
    }

    @Test
    void aStateDirectoryThatWasOpenToOthersIsClosedToThem() throws Exception {
        Path state = Files.createDirectories(directory.resolve("state"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
        StateDirectory.take(state, "one", "").orElseThrow().close();
        assertThat(state).satisfies(HubTest::isPrivate);
    }

    @Test
    void filesThatAPowerCutLeftEmptyOrTornAreWrittenAnew() throws Exception {
        Site site = new Site(directory);
        Path state = Files.createDirectories(site.home.state());
        Files.writeString(state.resolve("machine"), "");
        for (String torn : List.of("", "{\"pid\":", "{\"pid\":x,\"start_ticks\":", "\0\0\0")) {
            Files.writeString(state.resolve("hub.json"), torn);
            assertThat(HubFile.read(state)).isEmpty();
        }
        try (Hub hub = start(site).orElseThrow()) {
            assertThat(hub).isNotNull();
            assertThat(Files.readString(state.resolve("machine"))).isNotBlank();
        }
    }

    @Test
    void whatWasStartedIsClosedInReverse() throws Exception {
        Site site = new Site(directory);
        List<String> closed = new ArrayList<>();
        Hub hub =
                Hub.start(
                                site.home,
                                "test",
                                (home, closing) -> {
                                    closing.later(() -> closed.add("store"));
                                    closing.later(() -> closed.add("jobs"));
                                    return ScriptedTools.offer();
                                })
                        .orElseThrow();
        hub.close();
        hub.close();
        assertThat(closed).containsExactly("jobs", "store");
    }

    @Test
    void aFailedStartGivesTheHomeBack() throws Exception {
        Site site = new Site(directory);
        assertThatThrownBy(() ->
                        Hub.start(
                                site.home,
                                "t",
                                (home, closing) -> {
                                    throw new IOException("disk on fire");
                                }))
                .hasMessage("disk on fire");
        assertThat(start(site)).hasValueSatisfying(Hub::close);
    }

    @Test
    void theStateOfAnotherMachineIsRefused() throws Exception {
        Path state = directory.resolve("state");
        StateDirectory.take(state, "one", "").orElseThrow().close();
        assertThatThrownBy(() -> StateDirectory.take(state, "two", ""))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("belongs to another machine");
        StateDirectory.take(state, "one", "").orElseThrow().close();
    }

    @Test
    void aNetworkFileSystemIsRefused() {
        String mounts = "disk / ext4 rw 0 0\nserver:/x " + directory + " nfs4 rw 0 0\n";
        assertThatThrownBy(() -> StateDirectory.take(directory.resolve("state"), "m", mounts))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("network file system (nfs4)");
    }

    @Test
    void aNetworkFileSystemBehindALinkOrABlankIsSeenAndOneThatAPersonAllowedIsUsed()
            throws Exception {
        Path away = Files.createDirectory(directory.toRealPath().resolve("far away"));
        Path link = Files.createSymbolicLink(directory.resolve("home"), away);
        Path state = link.resolve("deep/state");
        String point = away.toString().replace(" ", "\\040");
        String mounts = "disk / ext4 rw 0 0\nme@there:/ " + point + " fuse.sshfs rw 0 0\n";
        assertThatThrownBy(() -> StateDirectory.take(state, "m", mounts))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e ->
                                assertThat(e.hint())
                                        .contains("STRAWBOSS_HOME")
                                        .contains("touch '" + state.resolve("network-allowed")))
                .hasMessageContaining(away + " is a network file system (fuse.sshfs)");
        Files.createDirectories(state);
        Files.createFile(state.resolve("network-allowed"));
        assertThat(StateDirectory.take(state, "m", mounts)).isPresent();
        String over = mounts + "none " + point + " tmpfs rw 0 0\n";
        Files.delete(state.resolve("network-allowed"));
        assertThat(StateDirectory.take(state, "m", over)).isEmpty(); // held by the one above
    }

    @Test
    void aStateDirectoryThatIsNoneIsNamed() throws Exception {
        Path state = Files.writeString(directory.resolve("state"), "a file");
        assertThatThrownBy(() -> StateDirectory.take(state, "m", ""))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> assertThat(e.hint()).contains("ls -ld '" + state + "'"))
                .hasMessageContaining("The state cannot be kept in " + state);
    }

    @Test
    void aSocketDirectoryThatOthersCanEnterIsNotUsed() throws Exception {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> SocketPath.of(Path.of("/s"), List.of(open)))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("not ours alone");
    }

    @Test
    void theClientStartsTheHubAndHearsProgressAndFailures() throws Exception {
        try (Site site = new Site(directory);
                HubClient client = new HubClient(site.starter(), "cli", "1")) {
            List<String> heard = new ArrayList<>();
            client.call("sleep", Map.of("millis", 10), (done, message) -> heard.add(message));
            assertThat(heard).containsExactly("falls asleep");
            assertThatThrownBy(() -> client.call("echo", Map.of(), ProgressListener.NONE))
                    .isInstanceOfSatisfying(
                            StrawbossException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT));
            long before = site.hubPid();
            ProcessHandle.of(before).orElseThrow().destroyForcibly();
            assertThat(client.call("echo", Map.of("text", "x"), ProgressListener.NONE).structured())
                    .containsEntry("client", "cli");
            assertThat(site.hubPid()).isNotEqualTo(before);
            site.control().stop();
            assertThatThrownBy(
                            () -> client.call("echo", Map.of("text", "x"), ProgressListener.NONE))
                    .isInstanceOfSatisfying(
                            StrawbossException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.HUB_STOPPED));
        }
    }

    private static Optional<Hub> start(Site site) throws IOException {
        return Hub.start(site.home, "test", (home, closing) -> ScriptedTools.offer());
    }

    private static Map<String, Object> call(Site site, String tool, Map<String, Object> arguments)
            throws InterruptedException {
        try (HubClient client = new HubClient(site.starter(), "cli", "1")) {
            return client.call(tool, arguments, ProgressListener.NONE).structured();
        }
    }

    private static void isPrivate(Path path) throws IOException {
        assertThat(Files.getPosixFilePermissions(path))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
}
