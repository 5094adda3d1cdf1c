package dev.strawboss.main;

import dev.strawboss.backup.Backup;
import dev.strawboss.cli.Session;
import dev.strawboss.json.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss backup FILE`.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Write all jobs and the configuration to one file, while jobs run.")
final class BackupCommand implements Callable<Integer> {
    private final Backup backup;
    private final Session session;
    private final Clock clock;

    @Parameters(paramLabel = "FILE", description = "Such as strawboss.zip; mode 0600.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--secrets", description = "With secrets.env; without it keys are left out.")
    private boolean secrets;

    @Option(names = "--replace", description = "Replace the file if it is there.")
    private boolean replace;

    @Option(names = "--json", description = "One object.")
    private boolean json;

    BackupCommand(Backup backup, Session session, Clock clock) {
        this.backup = backup;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Path target = session.directory().resolve(file).normalize();
        backup.write(target, secrets, replace, clock.instant());
        session.out()
                .println(
                        json
                                ? Json.write(Map.of("file", target.toString()))
                                : "Written: "
                                        + target
                                        + ". Put it back with: strawboss restore '"
                                        + target
                                        + "'");
        return 0;
    }
}
