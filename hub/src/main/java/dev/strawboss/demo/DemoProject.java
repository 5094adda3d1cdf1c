package dev.strawboss.demo;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A git repository with one commit, in a temporary directory.
///
/// @param place everything of the demo
/// @param directory the checkout in it
record DemoProject(Path place, Path directory, Map<String, String> environment) {
    static final String TASK =
            "Let greet.sh greet whom its first argument names, and check that in test.sh.";

    static DemoProject create(Map<String, String> environment)
            throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("strawboss-demo-");
        Path directory = Files.createDirectory(place.resolve("greeter"));
        DemoProject project = new DemoProject(place, directory, environment);
        for (String name : List.of("greet.sh", "test.sh")) {
            copy(name, project.directory.resolve(name));
        }
        project.git("init", "--quiet");
        project.git("symbolic-ref", "HEAD", "refs/heads/main");
        project.git("add", ".");
        project.git(
                "-c",
                "user.name=Strawboss demo",
                "-c",
                "user.email=demo@localhost",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "--quiet",
                "-m",
                "A greeter");
        return project;
    }

    /// Puts a resource of this package into a file.
    static void copy(String name, Path file) throws IOException {
        try (InputStream resource = DemoProject.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            Files.copy(resource, file);
        }
    }

    /// What git says, without the last line's end.
    String git(String... arguments) throws InterruptedException {
        List<String> words =
                Stream.concat(Stream.of("git", "-C", directory.toString()), Stream.of(arguments))
                        .toList();
        return switch (Processes.run(Command.of(directory, environment, words))) {
            case Outcome.Ended(int status, var stdout, var _) when status == 0 ->
                    stdout.text().stripTrailing();
            case Outcome.Ended(_, _, var stderr) -> throw failed(stderr.text().strip());
            case Outcome.TimedOut _ -> throw failed("it did not end");
            case Outcome.NotStarted(var reason) -> throw failed(reason);
        };
    }

    private static StrawbossException failed(String why) {
        return new StrawbossException(
                ErrorCode.ENVIRONMENT, "git failed: " + why, "Is git installed? git --version");
    }
}
