package dev.strawboss.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// macOS's sandbox, as far as it can be looked at without a Mac: the text of its profile, its
/// command line, and when it is chosen.
class SeatbeltTest {
    @TempDir Path ground;
    private Path work;
    private Path programs;
    private Host mac;

    @BeforeEach
    void open() throws Exception {
        work = Files.createDirectories(ground.resolve("work")).toRealPath();
        programs = Files.createDirectories(ground.resolve("programs"));
        mac = Host.of(ground.resolve("hub")).under("Mac OS X").searching(programs.toString());
    }

    @ParameterizedTest
    @EnumSource(Network.class)
    void theProfileSaysWhatThePolicySays(Network network) throws Exception {
        Profile profile =
                Profile.command(Path.of("/Users/me/code/a \"b\\c\""))
                        .network(network)
                        .with(Grant.readable(Path.of("/Users/me/code/.git")))
                        .with(Grant.readable(Path.of("/Users/me/.m2")));
        assertThat(new SeatbeltProfile(profile, 3128).text())
                .isEqualTo(golden("seatbelt-" + network + ".sb"));
    }

    @Test
    void aMacConfinesBySeatbeltAndSaysWhatDoesNotHold() throws Exception {
        sandboxExec("shift 2; exec \"$@\"");
        Sandbox sandbox = new Sandbox(mac, Set.of());
        RunPlan plan = plan(Map.of("HOME", "/Users/me", "DYLD_INSERT_LIBRARIES", "/x"));
        RunPlan confined = sandbox.confine(Demand.BEST, Profile.command(work), plan, ground);
        assertThat(confined.command().subList(0, 6))
                .containsExactly(
                        "/bin/sh",
                        "-c",
                        "ulimit -c 0 && ulimit -n 16384 && ulimit -f 33554432 && exec \"$@\"",
                        "sandbox",
                        programs.resolve("sandbox-exec").toString(),
                        "-p");
        assertThat(confined.command().subList(7, confined.command().size()))
                .containsExactly("/usr/bin/env", "DYLD_INSERT_LIBRARIES=/x", "make", "test");
        assertThat(confined.environment()).containsOnlyKeys("HOME", "TMPDIR");
        assertThat(InForce.read(ground))
                .containsEntry("sandbox", "seatbelt")
                .containsEntry("sandbox_network", "none");
        assertThat(String.valueOf(InForce.read(ground).get("sandbox_missing")))
                .contains(
                        "sees_no_processes",
                        "system_calls",
                        "terminal",
                        "process_count",
                        "temporary_space");
    }

    @Test
    void requiredIsRefusedByName() throws Exception {
        sandboxExec("shift 2; exec \"$@\"");
        Sandbox sandbox = new Sandbox(mac, Set.of());
        assertThatThrownBy(() ->
                        sandbox.confine(
                                Demand.REQUIRED, Profile.command(work), plan(Map.of()), ground))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        refused -> {
                            assertThat(refused).hasMessageContaining("sees_no_processes");
                            assertThat(refused.hint()).contains("config set sandbox best");
                        });
    }

    /// It cannot show a file elsewhere than it is, as the way to the gate would have to be.
    @Test
    void whatDoesNotFitIsNotConfinedByHalves() throws Exception {
        sandboxExec("shift 2; exec \"$@\"");
        Path gate = Files.createDirectories(ground.resolve("gate"));
        Profile moved =
                Profile.agent(work).with(Grant.readable(gate).at(Path.of("/run/strawboss")));
        RunPlan plan = plan(Map.of());
        assertThat(new Sandbox(mac, Set.of()).confine(Demand.BEST, moved, plan, ground))
                .isEqualTo(plan);
        assertThat(InForce.read(ground)).containsEntry("sandbox", "none");
        assertThat(String.valueOf(InForce.read(ground).get("sandbox_why")))
                .contains("seatbelt cannot show");
    }

    @Test
    void aSandboxExecThatRefusesIsSaid() throws Exception {
        sandboxExec("echo 'sandbox-exec: sandbox_apply: Operation not permitted' >&2; exit 71");
        Trial trial = new Sandbox(mac, Set.of()).trials().getFirst();
        assertThat(trial.mechanism()).isEmpty();
        assertThat(trial.why()).contains("sandbox_apply: Operation not permitted");
        Trial without = new SeatbeltTrial(mac.searching(work.toString())).run();
        assertThat(without.why()).contains("sandbox-exec, a part of macOS, is missing");
    }

    private void sandboxExec(String script) throws Exception {
        Path program = programs.resolve("sandbox-exec");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private RunPlan plan(Map<String, String> environment) {
        return new RunPlan(
                List.of("make", "test"),
                work,
                environment,
                Optional.empty(),
                Duration.ofSeconds(30),
                0,
                0);
    }

    private static String golden(String name) throws Exception {
        try (var golden = SeatbeltTest.class.getResourceAsStream(name)) {
            assertThat(golden).as(name).isNotNull();
            return new String(golden.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
