package dev.strawboss.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.agents.Ran;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    @TempDir Path ground;
    private Path work;
    private Path attempt;
    private Sandbox sandbox;

    @BeforeEach
    void open() throws Exception {
        work = Files.createDirectories(ground.resolve("work"));
        attempt = Files.createDirectories(ground.resolve("attempt"));
        sandbox = new Sandbox(ground, Set.of());
    }

    @Test
    void aCommandWritesItsDirectoryAndTheFilesAreOurs() throws Exception {
        assertThat(said("echo hello >file; mkdir -p a/b; cat file; pwd; id -u >uid"))
                .isEqualTo("hello\n" + work + "\n");
        for (Path made : List.of(work.resolve("file"), work.resolve("a/b"))) {
            assertThat(Files.getOwner(made)).isEqualTo(Files.getOwner(work));
        }
        boolean root = Files.getAttribute(work, "unix:uid").equals(0);
        long uid = Long.parseLong(Files.readString(work.resolve("uid")).strip());
        assertThat(uid >= 1_879_048_192L && uid < 1_879_113_728L).isEqualTo(root);
    }

    @Test
    void whatIsGrantedToReadIsReadInItsPlace() throws Exception {
        Path given = Files.writeString(ground.resolve("given"), "given");
        Path private_ = Files.createDirectories(ground.resolve("private"));
        Files.writeString(private_.resolve("a"), "private");
        Profile profile =
                Profile.command(work)
                        .with(Grant.readable(given).at(Path.of("/run/strawboss/given")))
                        .with(Grant.readable(private_));
        assertThat(said(profile, "cat /run/strawboss/given " + private_ + "/a"))
                .isEqualTo("givenprivate");
        assertThat(said(profile, "echo x 2>&1 >" + private_ + "/a; cat " + private_ + "/a"))
                .contains("Read-only")
                .endsWith("private");
    }

    @Test
    void secretsAreInNoCommandLine() throws Exception {
        RunPlan plan =
                plan(Map.of("TOKEN", "s3cret", "LD_LIBRARY_PATH", "/tmp/x"), "printenv TOKEN");
        RunPlan confined = confined(Profile.command(work), plan);
        assertThat(String.join(" ", confined.command())).doesNotContain("s3cret");
        assertThat(confined.environment()).containsEntry("TOKEN", "s3cret");
        assertThat(output(confined)).isEqualTo("s3cret\n");
    }

    /// They would be loaded into the programs that confine, one of which is root.
    @Test
    void whatTheLoaderReadsReachesOnlyTheCommand() throws Exception {
        Map<String, String> loaders =
                Map.of("LD_LIBRARY_PATH", "/nowhere", "PERL5OPT", "-MNothing", "BASH_ENV", "/no");
        RunPlan confined =
                confined(
                        Profile.command(work),
                        plan(loaders, "printenv LD_LIBRARY_PATH PERL5OPT BASH_ENV"));
        assertThat(confined.environment())
                .doesNotContainKeys(loaders.keySet().toArray(String[]::new));
        assertThat(output(confined)).isEqualTo("/nowhere\n-MNothing\n/no\n");
        RunPlan told = plan(Map.of("LD_PRELOAD", "/nowhere.so"), "echo");
        assertThat(output(confined(Profile.command(work), told)))
                .as("every program that is told so complains")
                .containsOnlyOnce("/nowhere.so");
    }

    @Test
    void theHomeIsPrivateAndWhatPointsOutsideIsLeftOut() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "HOME", "/root",
                        "XDG_RUNTIME_DIR", "/run/user/0",
                        "XDG_CONFIG_HOME", "/root/.config",
                        "SSH_AUTH_SOCK", "/tmp/agent",
                        "XDG_DATA_HOME", work + "/data");
        RunPlan confined =
                confined(
                        Profile.command(work),
                        plan(
                                environment,
                                "cd && touch x && pwd && env | grep -c -e XDG_R -e XDG_C -e SSH"));
        assertThat(output(confined)).isEqualTo("/home/job\n0\n");
        assertThat(confined.environment()).containsEntry("XDG_DATA_HOME", work + "/data");
    }

    @Test
    void standardInputAndStatusComeThrough() throws Exception {
        Path stdin = Files.writeString(ground.resolve("stdin"), "to be read\n");
        RunPlan plain = plan(Map.of(), "cat; exit 7");
        RunPlan plan =
                new RunPlan(
                        plain.command(),
                        work,
                        Map.of(),
                        Optional.of(stdin),
                        plain.deadline(),
                        0,
                        0);
        Exit exit = Ran.plan(confined(Profile.command(work), plan), ground);
        assertThat(exit.status()).isEqualTo(7);
        assertThat(ground.resolve("stdout")).hasContent("to be read");
        assertThat(
                        Ran.plan(
                                        confined(
                                                Profile.command(work),
                                                plan(Map.of(), "kill -KILL $$")),
                                        ground)
                                .status())
                .isEqualTo(137);
    }

    @Test
    void whatIsInForceIsWrittenDown() throws Exception {
        confined(Profile.command(work), plan(Map.of(), "true"));
        assertThat(InForce.read(attempt))
                .containsEntry("sandbox", "bubblewrap")
                .containsEntry("sandbox_profile", "command")
                .containsEntry("sandbox_network", "none")
                .doesNotContainKey("sandbox_missing");
        Profile bounded = Profile.command(work).limits(Limits.WORK.memory(1 << 30));
        sandbox.confine(Demand.BEST, bounded, plan(Map.of(), "true"), attempt);
        assertThat(InForce.read(attempt)).containsEntry("sandbox_missing", List.of("memory"));
    }

    @Test
    void withoutBubblewrapTheJobIsRefusedWithTheCommandThatMendsIt() throws Exception {
        Path empty = Files.createDirectories(ground.resolve("empty"));
        Sandbox none = new Sandbox(Host.of(ground).searching(empty.toString()), Set.of());
        RunPlan plan = plan(Map.of(), "true");
        assertThatThrownBy(
                        () -> none.confine(Demand.REQUIRED, Profile.command(work), plan, attempt))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        refused -> {
                            assertThat(refused.code().wireName()).isEqualTo("sandbox_unavailable");
                            assertThat(refused).hasMessageContaining("Bubblewrap is not installed");
                            assertThat(refused.hint()).contains("apt-get install bubblewrap");
                        });
        assertThat(none.confine(Demand.BEST, Profile.command(work), plan, attempt)).isEqualTo(plan);
        assertThat(InForce.read(attempt)).containsEntry("sandbox", "none");
        assertThat(String.valueOf(InForce.read(attempt).get("sandbox_missing")))
                .contains("reads", "network", "privileges");
        assertThat(none.confine(Demand.OFF, Profile.command(work), plan, attempt)).isSameAs(plan);
    }

    @Test
    void anOpenNetworkIsTheMachines() throws Exception {
        Here.confinedOrSkipped(ground);
        Profile open = Profile.command(work).network(Network.OPEN);
        assertThat(said(open, "readlink /proc/self/ns/net"))
                .isEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns/net")) + "\n");
        assertThat(said("readlink /proc/self/ns/net"))
                .isNotEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns/net")) + "\n");
    }

    private String said(String script) throws Exception {
        return said(Profile.command(work), script);
    }

    private String said(Profile profile, String script) throws Exception {
        return output(confined(profile, plan(Map.of(), script)));
    }

    private String output(RunPlan confined) throws Exception {
        Ran.plan(confined, ground);
        String errors = Files.readString(ground.resolve("stderr"));
        assertThat(errors).doesNotContain("strawboss:", "bwrap:", "prlimit:");
        return Files.readString(ground.resolve("stdout")) + errors;
    }

    private RunPlan confined(Profile profile, RunPlan plan) throws Exception {
        Here.confinedOrSkipped(ground);
        return sandbox.confine(Demand.REQUIRED, profile, plan, attempt);
    }

    private RunPlan plan(Map<String, String> environment, String script) {
        return new RunPlan(
                List.of("/bin/sh", "-c", script),
                work,
                environment,
                Optional.empty(),
                Duration.ofSeconds(30),
                0,
                0);
    }
}
