package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.bounded;
import static dev.strawboss.placement.Attempts.bytes;
import static dev.strawboss.placement.Attempts.limited;
import static dev.strawboss.placement.Attempts.plan;
import static dev.strawboss.placement.Attempts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.strawboss.placement.Attempts#shells")
class RunnerTest {
    private final Attempts attempts;
    private final Path state;
    private final String shell;

    RunnerTest(String shell, @TempDir Path state) throws InterruptedException {
        this.state = state;
        this.shell = shell;
        attempts = new Attempts(state, shell, new MarkedProcesses(), Duration.ofSeconds(60));
    }

    @Test
    void recordsTheStatusThatTheCommandEndedWith() throws Exception {
        assertThat(status("sh", "-c", "exit 0")).isZero();
        assertThat(status("sh", "-c", "exit 3")).isEqualTo(3);
        assertThat(status("sh", "-c", "exit 255")).isEqualTo(255);
    }

    @Test
    void recordsASignalAs128AndItsNumber() throws Exception {
        assertThat(status("sh", "-c", "kill -TERM $$")).isEqualTo(143);
        assertThat(status("sh", "-c", "kill -KILL $$")).isEqualTo(137);
        assertThat(status("sh", "-c", "kill -SEGV $$")).isEqualTo(139);
    }

    @Test
    void saysWhatAShellSaysOfAMissingAndOfAnUnfitProgram() throws Exception {
        assertThat(status("no-such-program")).isEqualTo(127);
        assertThat(status("/etc/passwd")).isEqualTo(126);
        assertThat(status("/tmp")).isEqualTo(126);
    }

    @Test
    void handsEveryArgumentOverByteForByte() throws Exception {
        String[] odd = {
            "-c",
            "--",
            "",
            "two\nlines\n",
            "it's \"quoted\" `here` $HOME \\",
            " ",
            "*",
            "ü€😀",
            "a=b",
            ""
        };
        Path program = state.resolve("with space=and 'quote");
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\0' \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String[] command = new String[odd.length + 1];
        command[0] = program.toString();
        System.arraycopy(odd, 0, command, 1, odd.length);

        RunHandle run = attempts.run(plan(command));

        assertThat(text(run, "stdout")).isEqualTo(String.join("\0", odd) + "\0");
        assertThat(Attempts.errors(run)).isEmpty();
    }

    @Test
    void aProgramWhoseNameBeginsWithADashIsAProgram() throws Exception {
        Path program = state.resolve("-x");
        Files.writeString(program, "#!/bin/sh\necho ran\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = Attempts.with("PATH", state + ":/bin");

        assertThat(text(attempts.run(plan(environment, "-x")), "stdout")).isEqualTo("ran\n");
    }

    @Test
    void theCommandSeesExactlyTheEnvironmentOfThePlanAndTheMark() throws Exception {
        Map<String, String> environment =
                Attempts.with(
                        "PLAIN",
                        "a b",
                        "LINES_OF",
                        "x\ny",
                        "QUOTED",
                        "'\"$`\\",
                        "EMPTY",
                        "",
                        "PWD",
                        "/odd",
                        "OLDPWD",
                        "/older",
                        "SHLVL",
                        "7",
                        "_",
                        "u",
                        "IFS",
                        "abc",
                        "PS4",
                        "q",
                        "UID",
                        "77",
                        "RANDOM",
                        "5",
                        "LINENO",
                        "6",
                        "OPTIND",
                        "3",
                        "LD_LIBRARY_PATH",
                        "/nowhere",
                        "SHELLOPTS",
                        "noexec",
                        "BASH_ENV",
                        "/none",
                        "ENV",
                        "/none",
                        "PATH",
                        "/odd/path",
                        "UTF",
                        "ü€😀",
                        "PPID",
                        "1");
        assertThat(seen(environment)).isEqualTo(environment);
    }

    @Test
    void anEmptyEnvironmentStaysEmpty() throws Exception {
        assertThat(seen(Map.of())).isEmpty();
    }

    @Test
    void standardInputIsEmptyOrTheFile() throws Exception {
        Path file = Files.writeString(state.resolve("prompt 'n"), "-n first\nlast");
        RunPlan none = plan("cat");
        RunPlan given =
                new RunPlan(
                        none.command(),
                        none.directory(),
                        none.environment(),
                        Optional.of(file),
                        none.deadline(),
                        none.outputHead(),
                        none.outputTail());

        assertThat(text(attempts.run(none), "stdout")).isEmpty();
        assertThat(text(attempts.run(given), "stdout")).isEqualTo("-n first\nlast");
    }

    @Test
    void runsInTheDirectoryOfThePlan() throws Exception {
        Path odd = Files.createDirectory(state.resolve("-a 'b\nc"));
        RunPlan here = plan("pwd", "-P");
        RunPlan there =
                new RunPlan(
                        here.command(),
                        odd,
                        here.environment(),
                        here.stdin(),
                        here.deadline(),
                        here.outputHead(),
                        here.outputTail());

        assertThat(text(attempts.run(there), "stdout")).isEqualTo(odd.toRealPath() + "\n");
    }

    @Test
    void ignoresNoSignalAndInheritsNoFile() throws Exception {
        RunHandle run =
                attempts.run(
                        plan(
                                "sh",
                                "-c",
                                "grep -E 'Sig(Blk|Ign)' /proc/self/status; ls /proc/$$/fd"));

        assertThat(text(run, "stdout").replaceAll("\\s+", " "))
                .as("signals 32 and 33 belong to the C library, whose posix_spawn ignores them")
                .isEqualTo("SigBlk: 0000000000000000 SigIgn: 0000000180000000 0 1 2 ");
    }

    @Test
    void theCommandHasASessionOfItsOwn() throws Exception {
        RunHandle run = attempts.run(plan("sh", "-c", "cut -d' ' -f1,5,6 /proc/$$/stat; kill 0"));

        String[] pidGroupSession = text(run, "stdout").strip().split(" ", -1);
        assertThat(pidGroupSession).containsOnly(pidGroupSession[0]);
        assertThat(attempts.placement.exit(run).orElseThrow().status()).isEqualTo(143);
    }

    @Test
    void keepsBytesThatAreNoTextAsTheyAre() throws Exception {
        RunHandle run = attempts.run(plan("sh", "-c", "printf '\\377\\000\\200\\n\\303' >&2"));

        assertThat(bytes(run, "stderr")).containsExactly(0xff, 0, 0x80, '\n', 0xc3);
        assertThat(bytes(run, "stdout")).isEmpty();
    }

    @Test
    void outputIsThereWhileTheCommandRuns() throws Exception {
        assumeTrue(Tools.OF_THE_SYSTEM.find("stdbuf").isPresent(), "no stdbuf: output comes late");
        Path go = state.resolve("go");
        RunHandle run =
                attempts.start(
                        plan(
                                "sh",
                                "-c",
                                "echo early; until [ -e \"$0\" ]; do sleep 0.02; done",
                                go + ""));

        Attempts.await(() -> text(run, "stdout").equals("early\n"), () -> "nothing came");
        assertThat(attempts.placement.exit(run)).isEmpty();
        Files.createFile(go);
        assertThat(attempts.awaitExit(run).status()).isZero();
    }

    @Test
    void keepsTheBeginningAndTheEndOfLongOutputAndSaysHowMuchThereWas() throws Exception {
        for (int over : List.of(-1, 0, 1, 100, 5000)) {
            int size = 1000 + over;
            RunHandle run =
                    attempts.run(
                            bounded(
                                    plan("sh", "-c", "seq 1 9999 | head -c $0", size + ""),
                                    1000,
                                    100));
            String all = numbers(size);
            assertThat(text(run, "stdout")).isEqualTo(all.substring(0, Math.min(size, 1000)));
            String rest = all.substring(Math.min(size, 1000));
            assertThat(text(run, "stdout.tail"))
                    .isEqualTo(rest.substring(Math.max(0, rest.length() - 100)));
            assertThat(text(run, "stdout.cut").strip())
                    .isEqualTo(over < 0 ? "" : Integer.toString(over));
        }
    }

    @Test
    void threeHundredMegabytesOfOneLineLeaveNoMoreThanTheBounds() throws Exception {
        flood("300M", 300L << 20);
    }

    @Tag("real")
    @Test
    void fiveGigabytesLeaveNoMoreThanTheBounds() throws Exception {
        flood("5G", 5L << 30);
    }

    private void flood(String size, long bytes) throws Exception {
        RunHandle run =
                attempts.run(bounded(plan("head", "-c", size, "/dev/zero"), 4 << 20, 1 << 20));

        assertThat(run.directory().resolve("stdout")).hasSize(4 << 20);
        assertThat(run.directory().resolve("stdout.tail")).hasSize(1 << 20);
        assertThat(text(run, "stdout.cut").strip()).isEqualTo((bytes - (4 << 20)) + "");
    }

    @Test
    void aSecondRunnerInTheSameDirectoryStartsNothing() throws Exception {
        RunHandle first = attempts.start(plan("sh", "-c", "echo once; sleep 0.3"));
        String name = first.directory().getFileName().toString();

        RunHandle second =
                attempts.placement.start(name, first.directory(), plan("sh", "-c", "echo twice"));

        assertThat(second).isEqualTo(first);
        attempts.awaitExit(first);
        assertThat(text(first, "stdout")).isEqualTo("once\n");
    }

    @Test
    void theRunnerItselfEndsACommandThatNobodyEnded() throws Exception {
        Attempts impatient = new Attempts(state, shell, new MarkedProcesses(), Duration.ZERO);
        RunPlan plan = plan("sh", "-c", "trap '' TERM; setsid sleep 301 & sleep 300");

        RunHandle run = impatient.start(limited(plan, Duration.ofMillis(500)));

        assertThat(impatient.awaitExit(run).status()).isEqualTo(137);
        Attempts.await(() -> !impatient.placement.alive(run), () -> "something stays");
    }

    @Test
    void leavesNoTimerBehind() throws Exception {
        Duration odd = Duration.ofSeconds(1_000_000 + Math.floorMod(state.hashCode(), 1_000_000));
        String timer = "sleep " + odd.plusMinutes(1).toSeconds(); // with the backstop's minute
        for (int i = 0; i < 20; i++) {
            RunHandle run = attempts.run(limited(plan("true"), odd));
            Attempts.await(() -> !attempts.placement.alive(run), () -> "the runner stays");
        }
        assertThat(ProcessTable.read().entries().keySet())
                .noneMatch(pid -> Sleepers.commandLine(pid).endsWith(timer));
    }

    private int status(String... command) throws IOException, InterruptedException {
        RunHandle run = attempts.run(plan(command));
        return attempts.placement.exit(run).orElseThrow().status();
    }

    /// What `env` prints in that environment, without the mark.
    private Map<String, String> seen(Map<String, String> environment) throws Exception {
        RunHandle run = attempts.run(plan(environment, "/usr/bin/env", "-0"));
        Map<String, String> seen = new TreeMap<>();
        for (String line : text(run, "stdout").split("\0", -1)) {
            if (!line.isEmpty()) {
                seen.put(
                        line.substring(0, line.indexOf('=')),
                        line.substring(line.indexOf('=') + 1));
            }
        }
        assertThat(seen.remove("STRAWBOSS_ATTEMPT")).isEqualTo(run.directory().getFileName() + "");
        return seen;
    }

    private static String numbers(int size) throws InterruptedException {
        Outcome outcome =
                Processes.run(
                        Command.of(
                                Path.of("/"),
                                new HashMap<>(Attempts.ENVIRONMENT),
                                List.of("seq", "1", "9999")));
        return ((Outcome.Ended) outcome).stdout().text().substring(0, size);
    }
}
