package dev.strawboss.torture;

import dev.strawboss.bridge.Home;
import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What real hubs are tortured on: a home, two repositories, and the marks that commands leave.
///
/// @param environment git's
/// @param program the words that start the command line
record Ground(Path directory, Map<String, String> environment, List<String> program) {
    static Ground make(Path directory, Torture.HubCommand command)
            throws IOException, InterruptedException {
        List<String> words = command.words();
        Ground ground =
                new Ground(
                        directory.toRealPath(),
                        command.environment(),
                        words.subList(0, words.size() - 2)); // without hub serve
        Files.createDirectory(ground.marks());
        Files.createDirectory(ground.crashes());
        for (Path repository : List.of(ground.repository(), ground.place())) {
            Files.createDirectory(repository);
            Files.writeString(repository.resolve("a.txt"), "one\n");
            ground.git(repository, "init", "-q");
            ground.git(repository, "add", ".");
            ground.git(
                    repository,
                    "-c",
                    "user.name=torture",
                    "-c",
                    "user.email=torture@localhost",
                    "-c",
                    "commit.gpgsign=false",
                    "commit",
                    "-qm",
                    "start");
        }
        ground.configure();
        return ground;
    }

    private void configure() throws IOException {
        Path worker = directory.resolve("worker.sh");
        try (InputStream resource = Ground.class.getResourceAsStream("worker.sh")) {
            if (resource == null) {
                throw new IllegalStateException("worker.sh is missing from the jar");
            }
            Files.copy(resource, worker);
        }
        Path agents = Files.createDirectories(home().configuration().resolve("agents.d"));
        Files.writeString(
                home().configuration().resolve("config.yaml"), "slots: 8\nsandbox: off\n");
        Files.writeString(
                agents.resolve(Errand.AGENT + ".yaml"),
                "command: [sh, \"%s\", \"%s\", \"{prompt}\"]\n".formatted(worker, marks()));
    }

    Home home() {
        return Home.of(directory.resolve("home"));
    }

    /// Where worktrees come from; nobody may touch it.
    Path repository() {
        return directory.resolve("repository");
    }

    /// Where jobs work in place.
    Path place() {
        return directory.resolve("place");
    }

    Path crashes() {
        return directory.resolve("crashes");
    }

    /// Gets a line for each start of the errand's command.
    Path mark(int number) {
        return marks().resolve(Integer.toString(number));
    }

    /// Gets a line for each start of what that errand follows.
    Path parentMark(int number) {
        return marks().resolve(number + "-parent");
    }

    /// Is there when what that errand follows has ended.
    Path parentEnd(int number) {
        return marks().resolve(number + "-parent-ended");
    }

    /// What an errand that asks was answered.
    Path answer(int number) {
        return marks().resolve(number + "-answer");
    }

    /// The command line, as a shell has it.
    String strawboss() {
        return program.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }

    /// Lets a command go on that waits for its client.
    Path gate(int number) {
        return marks().resolve(number + "-gate");
    }

    private Path marks() {
        return directory.resolve("marks");
    }

    /// What git says, without the last line's end.
    String git(Path repository, String... words) throws InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-C", repository.toString()));
        line.addAll(List.of(words));
        Outcome outcome = Processes.run(Command.of(repository, environment, line));
        if (outcome instanceof Outcome.Ended ended && ended.status() == 0) {
            return ended.stdout().text().stripTrailing();
        }
        throw new IllegalStateException(String.join(" ", line) + ": " + outcome);
    }
}
