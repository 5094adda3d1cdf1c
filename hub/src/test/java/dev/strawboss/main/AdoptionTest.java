package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real hub ends in the middle of things, and the next one takes them up.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdoptionTest {
    @TempDir Path directory;
    private final String time = "611." + System.nanoTime();
    private Site site;
    private Caller caller;

    @BeforeEach
    void open() throws IOException {
        site = Site.real(directory);
        Path own = Files.createDirectory(directory.resolve("bin"));
        Path git = own.resolve("git");
        Files.writeString(git, slowGit());
        assertThat(git.toFile().setExecutable(true)).isTrue();
        site.configure("environment:\n  PATH: " + own + ":/usr/local/bin:/usr/bin:/bin\n");
        caller = site.caller("first");
    }

    /// A git that stops before its first `read-tree` or `write-tree`, with the index locked, if the
    /// file of that name is there; goes on when it is gone.
    private String slowGit() {
        return """
        #!/bin/sh
        for word; do
          case $word in
          read-tree | write-tree)
            if [ -e "%1$s/$word" ] && mkdir "%1$s/$word.held" 2>/dev/null; then
              true >"$GIT_INDEX_FILE.lock"
              while [ -e "%1$s/$word" ]; do sleep 0.02; done
              rm -f "$GIT_INDEX_FILE.lock"
            fi
            ;;
          esac
        done
        exec "%2$s" "$@"
        """
                .formatted(directory, "/usr/bin/git");
    }

    @AfterEach
    void close() throws IOException {
        caller.close();
        site.close();
    }

    @Test
    void aJobWhoseWorktreeWasHalfMadeIsMadeAgainAndEndsAsIfNothingHadHappened() throws Exception {
        killWhile("read-tree");
    }

    @Test
    void aJobThatWasBeingCollectedIsCollectedAgain() throws Exception {
        killWhile("write-tree");
    }

    private void killWhile(String verb) throws Exception {
        Path repository = repository();
        Path hold = Files.createFile(directory.resolve(verb));
        Map<String, Object> arguments =
                new LinkedHashMap<>(Caller.command("echo more >>a.txt; echo ran >>../../../ran"));
        arguments.put("directory", repository.toString());
        arguments.put("workspace", "worktree");
        String job = String.valueOf(Caller.soon(caller.call("run", arguments)).get("job"));
        CompletableFuture<Map<String, Object>> waiting = waiting(job);
        until(() -> Files.exists(directory.resolve(verb + ".held")));
        String state = verb.equals("read-tree") ? "preparing" : "verifying";
        assertThat(caller.job(job)).containsEntry("state", state);

        site.kill();

        Map<String, Object> end = Caller.first(Caller.soon(waiting));
        Files.delete(hold);
        assertThat(end).containsEntry("state", "succeeded").containsEntry("exit_status", 0L);
        assertThat(String.valueOf(end.get("changed_files"))).contains("a.txt");
        assertThat(git(repository, "show", "strawboss/" + job + ":a.txt")).isEqualTo("one\nmore\n");
        assertThat(git(repository, "status", "--porcelain")).isEmpty();
        try (var found = Files.find(site.home.state(), 4, (file, _) -> file.endsWith("ran"))) {
            assertThat(found.toList())
                    .singleElement()
                    .satisfies(ran -> assertThat(ran).hasContent("ran"));
        }
    }

    @Test
    void aRunningJobOutlivesItsHubAndTheOpenWaitIsAnswered() throws Exception {
        Path go = directory.resolve("go");
        String job = caller.run("until [ -e '" + go + "' ]; do sleep 0.02; done; echo out; exit 7");
        CompletableFuture<Map<String, Object>> waiting = waiting(job);
        untilState(job, "running");

        site.kill();
        Files.createFile(go);

        Map<String, Object> end = Caller.first(Caller.soon(waiting));
        assertThat(end)
                .containsEntry("state", "failed")
                .containsEntry("exit_status", 7L)
                .containsEntry("attempts", 1L);
        assertThat(caller.surplus()).isZero();
    }

    @Test
    void whatRanWhenAPersonStoppedTheHubIsAdoptedAtItsStart() throws Exception {
        Path go = directory.resolve("go");
        String job = caller.run("until [ -e '" + go + "' ]; do sleep 0.02; done");
        String ends = caller.run("until [ -e '" + go + ".ends' ]; do sleep 0.02; done");
        untilState(job, "running");
        untilState(ends, "running");
        String runner = Files.readString(site.attempt(job, 1).resolve("pid"));

        assertThat(site.control().stop()).isPresent();
        Files.createFile(directory.resolve("go.ends"));
        until(() -> Files.readString(site.attempt(ends, 1).resolve("exit")).endsWith("."));
        site.control().start();

        assertThat(caller.finished(ends)).containsEntry("state", "succeeded");
        assertThat(caller.job(job)).containsEntry("state", "running").containsEntry("attempts", 1L);
        assertThat(site.attempt(job, 1).resolve("pid")).hasContent(runner);
        Files.createFile(go);
        assertThat(caller.finished(job)).containsEntry("state", "succeeded");
    }

    @Test
    void ofTwoHubsStartedAtOnceOneServesAndTheOtherSaysSo() throws Exception {
        List<Process> hubs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            hubs.add(
                    new ProcessBuilder(site.hubCommand)
                            .redirectErrorStream(true)
                            .redirectOutput(directory.resolve("hub" + i).toFile())
                            .start());
        }
        String job = caller.run("exit 0");
        assertThat(caller.finished(job)).containsEntry("state", "succeeded");
        until(() -> hubs.stream().anyMatch(hub -> !hub.isAlive()));
        for (Process hub : hubs) {
            if (hub.pid() != site.hubPid()) {
                assertThat(hub.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(hub.exitValue()).isEqualTo(75);
            }
        }
    }

    @Test
    void anotherClientCancelsAndAHubThatDiesInTheMiddleOfItStillLeavesNothingAlive()
            throws Exception {
        Path ready = directory.resolve("ready");
        String job =
                caller.run(
                        "trap '' TERM; for i in 1 2 3; do setsid sleep %s & done; true >'%s'; wait"
                                .formatted(time, ready));
        until(() -> Files.exists(ready));
        CompletableFuture<Map<String, Object>> stopped;
        try (Caller other = site.caller("second")) {
            stopped = other.call("stop", Map.of("jobs", List.of(job)));
            until(() -> String.valueOf(caller.job(job).get("why")).contains("being stopped"));

            site.kill();

            Map<String, Object> end = Caller.first(Caller.soon(stopped));
            assertThat(end).containsEntry("state", "cancelled");
            assertThat(String.valueOf(end.get("reason"))).contains("second");
        }
        assertThat(sleepers()).isEmpty();
    }

    @Test
    void aKilledCommandEndsAsKilledAndNotAsUnknown() {
        Map<String, Object> end = caller.finished(caller.run("kill -KILL $$"));
        assertThat(end)
                .containsEntry("state", "failed")
                .containsEntry("code", "killed_by_signal")
                .containsEntry("exit_status", 137L);
    }

    @Test
    void aRunnerKilledWithItsCommandIsUnknownAndSaysWhy() throws Exception {
        String job = caller.run("sleep " + time);
        until(() -> !sleepers().isEmpty());
        ProcessHandle runner = runner(job);
        destroy(runner);
        sleepers().forEach(ProcessHandle::destroyForcibly);

        Map<String, Object> end = caller.finished(job);

        assertThat(end).containsEntry("state", "unknown").containsEntry("code", "outcome_unknown");
        assertThat(String.valueOf(end.get("reason")))
                .isEqualTo(
                        "the runner and its command are gone and left no record of how they ended");
        until(() -> inSession(runner.pid()).isEmpty()); // the killed runner's timers
    }

    @Test
    void aCommandWhoseRunnerIsKilledGoesOnToItsEndWhichIsUnknown() throws Exception {
        Path go = directory.resolve("go");
        Path did = directory.resolve("did");
        Path began = directory.resolve("began");
        String job =
                caller.run(
                        "true >'"
                                + began
                                + "'; until [ -e '"
                                + go
                                + "' ]; do sleep 0.02; done; echo did >'"
                                + did
                                + "'");
        // a job is running as soon as its runner is, which a moment later starts the command
        until(() -> Files.exists(began));
        untilState(job, "running");
        destroy(runner(job));

        Map<String, Object> soon =
                Caller.soon(caller.call("wait", Map.of("jobs", List.of(job), "seconds", 4L)));
        assertThat(Caller.first(soon)).as("it still runs").containsEntry("state", "running");
        Files.createFile(go);

        assertThat(caller.finished(job)).containsEntry("state", "unknown");
        assertThat(did).hasContent("did");
    }

    @Test
    void aCommandWhoseRunnerIsKilledCanBeCancelled() throws Exception {
        Path began = directory.resolve("began");
        String job = caller.run("true >'" + began + "'; sleep " + time);
        until(() -> Files.exists(began)); // the runner's own command line ends like the sleeper's
        untilState(job, "running");
        destroy(runner(job));

        Map<String, Object> end =
                Caller.first(Caller.soon(caller.call("stop", Map.of("jobs", List.of(job)))));

        assertThat(end).containsEntry("state", "cancelled");
        assertThat(sleepers()).isEmpty();
    }

    private CompletableFuture<Map<String, Object>> waiting(String job) {
        return caller.call("wait", Map.of("jobs", List.of(job), "seconds", 50L));
    }

    private void untilState(String job, String state) throws Exception {
        until(() -> state.equals(caller.job(job).get("state")));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(5);
        }
    }

    private ProcessHandle runner(String job) throws Exception {
        Path pid = site.attempt(job, 1).resolve("pid");
        until(() -> Files.exists(pid));
        String text = Files.readString(pid);
        return ProcessHandle.of(Long.parseLong(text.substring(0, text.indexOf(' ')))).orElseThrow();
    }

    private static void destroy(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);
    }

    /// The living `sleep` processes of this test.
    private List<ProcessHandle> sleepers() {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info()
                                .commandLine()
                                .filter(line -> line.endsWith("sleep " + time))
                                .isPresent())
                .toList();
    }

    private static List<Path> inSession(long session) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String stat = stat(process);
                String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
                if (fields.length > 4
                        && fields[4].equals(Long.toString(session))
                        && !fields[1].equals("Z")) {
                    found.add(process);
                }
            }
        }
        return found;
    }

    private static String stat(Path process) {
        try {
            return Files.readString(process.resolve("stat"));
        } catch (IOException ended) {
            return "";
        }
    }

    private Path repository() throws Exception {
        Path repository = Files.createDirectory(directory.resolve("repository"));
        Files.writeString(repository.resolve("a.txt"), "one\n");
        git(repository, "init", "-q");
        git(repository, "add", ".");
        git(repository, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "start");
        return repository;
    }

    private static String git(Path repository, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/git"));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command).directory(repository.toFile()).start();
        String out =
                new String(
                        git.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        return out;
    }
}
