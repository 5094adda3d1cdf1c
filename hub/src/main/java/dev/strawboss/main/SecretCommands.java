package dev.strawboss.main;

import dev.strawboss.cli.Session;
import dev.strawboss.config.Configuration;
import dev.strawboss.config.SecretPlace;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss secret set|list|remove`. Works on file and keyring itself: a value goes through no
/// hub and stands in no command line.
@Command(
        name = "secret",
        mixinStandardHelpOptions = true,
        description = "Keep keys by name for agents; their values are never shown.")
final class SecretCommands implements Runnable {
    private static final int LONGEST = 64 << 10;

    /// Asks a person without showing what is typed; empty where nobody sits.
    interface Prompt {
        Optional<String> ask(String question);
    }

    private final Configuration configuration;
    private final Session session;
    private final Prompt prompt;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    SecretCommands(Configuration configuration, Session session, Prompt prompt) {
        this.configuration = configuration;
        this.session = session;
        this.prompt = prompt;
    }

    /// The terminal, if this process has one.
    @SuppressWarnings("SystemConsoleNull") // it is null all the same where standard input is a file
    static Optional<String> terminal(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s", question))
                .map(String::new);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = "Keep a value, from standard input or asked for without showing it.")
    int set(
            @Parameters(paramLabel = "NAME", description = "Such as ANTHROPIC_API_KEY.")
                    String name,
            @Parameters(hidden = true, arity = "0..*") List<String> values)
            throws IOException {
        if (values != null && !values.isEmpty()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "A value in the command line can be seen by every user of this machine.",
                    "Give it on standard input, or type it when asked: strawboss secret set "
                            + name);
        }
        session.tell("kept " + name + " in " + configuration.saveSecret(name, value(name)));
        return 0;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the names of what is kept.")
    int list(@Option(names = "--json", description = "One object per line.") boolean json) {
        Map<String, SecretPlace> places = configuration.secretPlaces();
        places.forEach((name, place) ->
                session.out()
                        .println(
                                json
                                        ? Json.write(Map.of("name", name, "in", place.toString()))
                                        : place == SecretPlace.KEYRING
                                                ? name + "  (keyring)"
                                                : name));
        if (json) {
            return 0;
        }
        if (places.isEmpty()) {
            session.out().println("No secrets yet. Keep one: strawboss secret set NAME");
        }
        session.tell("New ones are kept in " + configuration.newSecretsPlace() + ".");
        return 0;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Forget a value.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        if (!configuration.removeSecret(name)) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "There is no secret " + name + ".",
                    "strawboss secret list");
        }
        session.tell("forgot " + name);
        return 0;
    }

    private String value(String name) throws IOException {
        Optional<String> typed = prompt.ask("Value of " + name + ": ");
        if (typed.isPresent()) {
            return typed.get();
        }
        byte[] bytes = session.in().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new StrawbossException(
                    ErrorCode.TOO_LARGE, "A secret is at most 64 KB long.", "Keep it in a file.");
        }
        return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\r?\n$", "");
    }
}
