package dev.strawboss.workspace;

import dev.strawboss.errors.DiskHint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Output;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The one way in which the hub calls git. Safe on repositories and trees that a worker made
/// hostile: it sees them through a [GitDirectory] of its own, speaks no protocol, asks no one, and
/// uses only commands that start nothing inside submodules (never `git add`, `status` without
/// `--ignore-submodules`, or `diff` with drivers). A person's own global configuration holds.
///
/// Text is Latin-1 both ways, so that bytes stay what they are; [#shown] is for people.
///
/// @param environment complete
record Git(Map<String, String> environment, GitDirectory gitDirectory, Path workTree, Path index) {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final List<String> OWN =
            List.of("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM");

    /// @param caller what git may see; of its `GIT_*` only the places of the person's own
    ///   configuration are kept
    static Git of(
            Map<String, String> caller, GitDirectory gitDirectory, Path workTree, Path index) {
        Map<String, String> environment = new HashMap<>(caller);
        environment.keySet().removeIf(name -> name.startsWith("GIT_") && !OWN.contains(name));
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_NO_REPLACE_OBJECTS", "1");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_ALLOW_PROTOCOL", "none");
        environment.put("GIT_LFS_SKIP_DOWNLOAD_ERRORS", "1");
        environment.put("GIT_LITERAL_PATHSPECS", "1");
        environment.put("GIT_PAGER", "cat");
        environment.put("GIT_EDITOR", "false");
        environment.put("GIT_ASKPASS", "false");
        environment.put("LC_ALL", "C");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Strawboss");
            environment.put("GIT_" + who + "_EMAIL", "strawboss@localhost");
        }
        return new Git(environment, gitDirectory, workTree, index);
    }

    Git at(Path otherTree, Path otherIndex) {
        return new Git(environment, gitDirectory, otherTree, otherIndex);
    }

    /// @throws StrawbossException if git fails
    String run(String... words) throws IOException, InterruptedException {
        return feed("", words);
    }

    /// @throws StrawbossException if git fails
    String feed(String stdin, String... words) throws IOException, InterruptedException {
        Result result = start(stdin, words);
        if (result.exit() != 0) {
            throw failed(words[0], result);
        }
        return text(result.stdout());
    }

    /// Runs git where a failure is an answer.
    ///
    /// @return the output, empty if git failed
    Optional<String> attempt(String stdin, String... words)
            throws IOException, InterruptedException {
        Result result = start(stdin, words);
        if (result.exit() == TIMED_OUT) {
            throw failed(words[0], result);
        }
        return result.exit() == 0 ? Optional.of(text(result.stdout())) : Optional.empty();
    }

    /// The part of the output up to the end of the first line.
    static String line(String output) {
        return output.lines().findFirst().orElse("");
    }

    /// Latin-1 text as a person reads it: UTF-8, with U+FFFD for other bytes.
    static String shown(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private Result start(String stdin, String... words) throws IOException, InterruptedException {
        Map<String, String> complete = new HashMap<>(environment);
        complete.put("GIT_DIR", gitDirectory.path().toString());
        complete.put("GIT_WORK_TREE", workTree.toString());
        complete.put("GIT_INDEX_FILE", index.toString());
        List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
        command.addAll(List.of(words));
        Outcome outcome =
                Processes.run(
                        Command.of(workTree, complete, command)
                                .stdin(stdin.getBytes(StandardCharsets.ISO_8859_1))
                                .timeout(TIMEOUT)
                                .outputLimit(OUTPUT_LIMIT));
        return switch (outcome) {
            case Outcome.Ended(_, var stdout, _) when stdout.cut() -> throw tooMuch(words[0]);
            case Outcome.Ended(var status, var stdout, var stderr) ->
                    new Result(status, stdout, stderr);
            case Outcome.TimedOut(var stdout, var stderr) -> new Result(TIMED_OUT, stdout, stderr);
            case Outcome.NotStarted(var reason) -> throw new IOException("git: " + reason);
        };
    }

    private static final int TIMED_OUT = -1;

    /// It is held in memory four times over for a moment, of the hub's 256 MB.
    private static final int OUTPUT_LIMIT = 16 << 20;

    private record Result(int exit, Output stdout, Output stderr) {}

    private static String text(Output output) {
        return new String(output.bytes(), StandardCharsets.ISO_8859_1);
    }

    private StrawbossException tooMuch(String verb) {
        return new StrawbossException(
                ErrorCode.TOO_LARGE,
                "git " + verb + " in " + workTree + " prints more than 16 MB.",
                "Have the files that are not part of the work ignored (.gitignore).");
    }

    private StrawbossException failed(String verb, Result result) {
        String said = shown(text(result.stderr())).strip();
        String why =
                result.exit() == TIMED_OUT
                        ? "did not end within " + TIMEOUT.toMinutes() + " minutes"
                        : "failed: " + (said.length() > 600 ? said.substring(0, 600) + "…" : said);
        return new StrawbossException(
                ErrorCode.WORKSPACE_FAILED,
                "git " + verb + " in " + workTree + " " + why,
                DiskHint.of(said, workTree, "Look at the repository with: git fsck && git status"));
    }
}
