package dev.strawboss.servers;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.config.Names;
import dev.strawboss.config.Shown;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.json.JsonException;
import dev.strawboss.json.JsoncEdit;
import dev.strawboss.json.JsoncText;
import dev.strawboss.upstream.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The configured upstream servers. Every question looks whether the file changed since. A server
/// that is wrong concerns nobody else; a file that cannot be read leaves what it said before.
public final class Servers {
    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String USUAL = "mcpServers";

    private final ServersFile file;
    private final Supplier<Map<String, String>> environment;
    private final Function<String, Optional<String>> secrets;

    /// @param directory of the configuration; the file in it is `servers.json`
    /// @param environment what variables in the file are looked up in, and what every program gets
    ///   of it
    /// @param secrets their values by name
    public Servers(
            Path directory,
            Supplier<Map<String, String>> environment,
            Function<String, Optional<String>> secrets) {
        this.file = new ServersFile(directory.toAbsolutePath().resolve("servers.json"));
        this.environment = environment;
        this.secrets = secrets;
    }

    /// The file; need not exist.
    public Path file() {
        return file.path();
    }

    public Configured now() {
        return file.now().configured();
    }

    /// @throws StrawbossException if there is none of that name that can be used; says why
    public Server server(String name) {
        Configured now = now();
        return now.server(name).orElseThrow(() -> unusable(now, name));
    }

    /// How a server is reached, with the values that its words stand for.
    ///
    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if one of them is not there
    public Target target(Server server) {
        Map<String, String> now = environment.get();
        References references = new References(now, secrets, file.now().inputs());
        return Targets.of(server, references, now);
    }

    /// What a server's words stand for, in a text of its own, such as a client secret.
    public String resolved(Server server, String text) {
        References references = new References(environment.get(), secrets, file.now().inputs());
        return references.resolved(server.name(), text);
    }

    /// Looks whether an entry could be written down, under whatever name.
    ///
    /// @param name for the sentence
    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if not
    public void check(String name, Map<String, Object> entry) {
        var _ = ServerEntry.read(Shown.text(name, 60), "server", entry);
    }

    /// Writes a server down. All else in the file stays as it is written.
    ///
    /// @param entry as in the file
    /// @param replace whether one of that name may be there
    public void save(String name, Map<String, Object> entry, boolean replace) {
        var _ = Names.require("server", name);
        var _ = ServerEntry.read(String.valueOf(file().getFileName()), name, entry);
        file.change(text -> {
            JsoncText parsed = parsed(text);
            List<String> place = place(parsed, name);
            boolean there = new JsoncEdit(parsed).names(place).contains(name);
            if (there && !replace) {
                throw new StrawbossException(
                        ErrorCode.INVALID_INPUT,
                        "There is a server " + name + " already.",
                        "Take another name, or: strawboss upstreams remove " + name);
            }
            List<String> path = new ArrayList<>(place);
            path.add(name);
            String after = new JsoncEdit(parsed).with(path, entry);
            requireKept(parsed, JsoncText.of(after), name, true);
            return after;
        });
    }

    /// @return whether it was there
    public boolean remove(String name) {
        boolean[] there = {false};
        file.change(text -> {
            JsoncText before = parsed(text);
            String after = text;
            for (Formats.Place place : Formats.places(before.value())) {
                List<String> path = new ArrayList<>(place.path());
                path.add(name);
                for (String next = ""; !next.equals(after) && place.servers().containsKey(name); ) {
                    next = after; // as often as it is written
                    after = new JsoncEdit(JsoncText.of(after)).without(path);
                    there[0] = true;
                }
            }
            requireKept(before, JsoncText.of(after), name, false);
            return after;
        });
        return there[0];
    }

    /// Tells of every change until it is closed, the first time at once.
    public AutoCloseable watch(Consumer<Configured> listener) {
        Thread watcher = Threads.virtual("servers.json", () -> look(listener));
        return () -> {
            watcher.interrupt();
            watcher.join();
        };
    }

    private void look(Consumer<Configured> listener) {
        Optional<Configured> known = Optional.empty();
        try {
            while (true) {
                known = looked(listener, known);
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    // Whatever goes wrong, the next look may go well.
    private Optional<Configured> looked(Consumer<Configured> listener, Optional<Configured> known) {
        try {
            Configured now = now();
            if (known.isEmpty() || !now.equals(known.get())) {
                now.problem().ifPresent(problem -> LOG.atWarn().log(problem.sentence()));
                listener.accept(now);
            }
            return Optional.of(now);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("The servers changed, and somebody could not follow");
            return known;
        }
    }

    // The first place that has it, else the first there is.
    private static List<String> place(JsoncText text, String name) {
        List<Formats.Place> places = Formats.places(text.value());
        return places.stream()
                .filter(place -> place.servers().containsKey(name))
                .findFirst()
                .or(() -> places.stream().findFirst())
                .map(Formats.Place::path)
                .filter(path -> !path.isEmpty())
                .orElse(List.of(USUAL));
    }

    private JsoncText parsed(String text) {
        JsoncText parsed = JsoncText.of(text);
        try {
            var _ = parsed.value();
            return parsed;
        } catch (JsonException e) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    file() + " is " + e.getMessage() + ".",
                    "Nothing was changed. Correct the file, then repeat.",
                    e);
        }
    }

    /// All other servers and keys are there as before.
    private void requireKept(JsoncText before, JsoncText after, String name, boolean there) {
        boolean kept;
        try {
            List<Formats.Place> places = Formats.places(after.value());
            kept =
                    Rest.of(before.value(), name).equals(Rest.of(after.value(), name))
                            && places.stream().anyMatch(place -> place.servers().containsKey(name))
                                    == there;
        } catch (JsonException _) { // then it is not kept
            kept = false;
        }
        if (!kept) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    file() + " cannot be changed with all else staying equal.",
                    "Nothing was changed. Edit it by hand.");
        }
    }

    private StrawbossException unusable(Configured now, String name) {
        for (Configured.Wrong wrong : now.wrong()) {
            if (wrong.name().equals(name)) {
                return new StrawbossException(
                        ErrorCode.CONFIGURATION, wrong.sentence(), wrong.hint());
            }
        }
        List<String> names = now.servers().stream().map(Server::name).toList();
        return new StrawbossException(
                ErrorCode.UNKNOWN_UPSTREAM,
                "There is no server "
                        + Shown.text(name, 60)
                        + " in "
                        + file()
                        + "."
                        + Suggestion.sentence(name, names),
                "strawboss upstreams list");
    }
}
