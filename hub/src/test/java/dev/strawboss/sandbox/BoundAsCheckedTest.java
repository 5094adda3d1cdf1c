package dev.strawboss.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.agents.Ran;
import dev.strawboss.errors.StrawbossException;
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

/// A job that writes a directory can exchange what is in it while another one begins there.
class BoundAsCheckedTest {
    private static final int STARTS = 60;

    /// renameat2(2) with RENAME_EXCHANGE, again and again until it is killed or a minute is over.
    private static final String EXCHANGE =
            "alarm 60; while (syscall($ARGV[0] + 0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0)"
                    + " { select undef, undef, undef, rand 0.006 }";

    private static final String SPOIL = "cat marker; echo spoilt >>marker; echo begun";

    @TempDir Path directory;
    private Path ground;
    private Path work;
    private Path victim;
    private Path marker;
    private Path attempt;
    private Sandbox sandbox;

    @BeforeEach
    void open() throws Exception {
        ground = directory.toRealPath();
        work = Files.createDirectories(ground.resolve("p/b"));
        attempt = Files.createDirectories(ground.resolve("attempt"));
        victim = Files.createDirectories(ground.resolve("victim"));
        marker = Files.writeString(victim.resolve("marker"), "precious\n");
        sandbox = new Sandbox(victim.resolve("state"), Set.of());
        Here.confinedOrSkipped(ground);
    }

    @Test
    void aDirectoryThatBecameALinkIsNotBound() throws Exception {
        for (Mechanism mechanism : sandbox.mechanisms()) {
            RunPlan plan = checked(mechanism, Profile.command(work), work);
            Files.move(work, ground.resolve("p/aside"));
            Files.createSymbolicLink(work, victim);
            assertThatNothingBegins(mechanism, plan, work);
            Files.delete(work);
            Files.move(ground.resolve("p/aside"), work);
        }
    }

    @Test
    void norOneBelowALinkNorAnotherDirectoryOfItsName() throws Exception {
        Files.createDirectories(ground.resolve("p/b/victim"));
        for (Mechanism mechanism : sandbox.mechanisms()) {
            Path below = work.resolve("victim");
            RunPlan plan = checked(mechanism, Profile.command(below), below);
            Files.move(work, ground.resolve("p/aside"));
            Files.createSymbolicLink(work, ground);
            assertThatNothingBegins(mechanism, plan, below);
            Files.delete(work);
            Files.createDirectories(below);
            assertThatNothingBegins(mechanism, plan, below);
            Files.delete(below);
            Files.delete(work);
            Files.move(ground.resolve("p/aside"), work);
        }
    }

    @Test
    void norWhatIsOnlyRead() throws Exception {
        Path elsewhere = Files.createDirectories(ground.resolve("elsewhere"));
        Path file = Files.writeString(work.resolve("it's $(a) file"), "");
        for (Mechanism mechanism : sandbox.mechanisms()) {
            Profile profile = Profile.command(elsewhere).with(Grant.readable(file));
            RunPlan plan = checked(mechanism, profile, elsewhere);
            Files.delete(file);
            Files.createSymbolicLink(file, marker);
            assertThatNothingBegins(mechanism, plan, file);
            Files.delete(file);
            Files.writeString(file, "");
        }
    }

    /// What was exchanged before the check is refused by it; what is exchanged after it, too.
    @Test
    void whoeverExchangesAllTheTimeNeverHasTheWrongOneBound() throws Exception {
        Optional<String> perl = sandbox.host().program("perl");
        assumeTrue(perl.isPresent(), "no perl here");
        Path link = Files.createSymbolicLink(ground.resolve("p/link"), victim);
        String number = System.getProperty("os.arch").equals("aarch64") ? "276" : "316";
        Process exchange =
                new ProcessBuilder(
                                perl.get(),
                                "-e",
                                EXCHANGE,
                                number,
                                work.toString(),
                                link.toString())
                        .start();
        int begun = 0;
        int refused = 0;
        try {
            for (int start = 0; start < STARTS; start++) {
                try {
                    RunPlan plan =
                            sandbox.confine(
                                    Demand.REQUIRED,
                                    Profile.command(work),
                                    plan(work, SPOIL + "; rm marker"),
                                    attempt);
                    Ran.plan(plan, ground);
                    String said = Files.readString(ground.resolve("stdout"));
                    assertThat(said).doesNotContain("precious");
                    begun += said.contains("begun") ? 1 : 0;
                    refused += said.contains("begun") ? 0 : 1;
                } catch (StrawbossException wrong) {
                    assertThat(wrong.getMessage())
                            .matches(".*(cannot be given|cannot be looked at|is not there).*");
                    refused++;
                }
                assertThat(marker).hasContent("precious");
            }
            assertThat(exchange.isAlive()).isTrue();
        } finally {
            exchange.destroyForcibly().waitFor();
        }
        assertThat(refused).isPositive();
        assertThat(begun + refused).isEqualTo(STARTS);
    }

    private RunPlan checked(Mechanism mechanism, Profile profile, Path in) {
        return mechanism.confine(
                Grants.real(profile), plan(in, SPOIL), attempt, Start.UNDER_A_RUNNER);
    }

    private void assertThatNothingBegins(Mechanism mechanism, RunPlan plan, Path exchanged)
            throws Exception {
        assertThat(Ran.plan(plan, ground).status()).as(mechanism.name()).isEqualTo(126);
        assertThat(ground.resolve("stdout")).isEmptyFile();
        assertThat(Files.readString(ground.resolve("stderr")))
                .startsWith("strawboss: sandbox: " + exchanged)
                .hasLineCount(1);
        assertThat(marker).hasContent("precious");
    }

    private static RunPlan plan(Path in, String script) {
        return new RunPlan(
                List.of("/bin/sh", "-c", script),
                in,
                Map.of(),
                Optional.empty(),
                Duration.ofSeconds(30),
                0,
                0);
    }
}
