package dev.strawboss.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A checkout with the real launcher in it and, beside it, an empty home and stand-ins for JDKs and
/// Maven: the JDK's `java` prints its arguments, Maven makes empty jars and counts its runs.
final class Checkout {
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    private Checkout(Path directory) {
        this.directory = directory;
    }

    static Checkout in(Path directory) throws IOException {
        Checkout checkout = new Checkout(directory);
        Path top = Path.of("..").toRealPath();
        for (String file : List.of("strawboss", "launcher/install.sh", "launcher/training.jsonl")) {
            Path copy = checkout.root().resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(top.resolve(file), copy);
        }
        for (String file : List.of("pom.xml", "bridge/pom.xml", "hub/pom.xml", ".mvn/jvm.config")) {
            checkout.source(file);
        }
        checkout.source("hub/src/main/java/Main.java");
        checkout.source("bridge/src/main/java/Bridge.java");
        Files.createDirectories(checkout.home());
        checkout.executable("bin/mvn", MAVEN);
        checkout.environment.put("HOME", checkout.home().toString());
        checkout.environment.put("PATH", directory.resolve("bin") + ":/usr/bin:/bin");
        return checkout;
    }

    private static final String MAVEN =
            """
            #!/bin/sh
            echo "$*" >>"$HOME/builds"
            [ ! -e "$HOME/broken" ] || { echo "it does not compile"; exit 1; }
            case " $* " in *" verify "*) echo "JAVA_HOME=$JAVA_HOME"; exit ;; esac
            sleep 0.3
            mkdir -p hub/target/lib
            cat hub/src/main/java/Main.java >hub/target/strawboss-hub-1.jar
            echo >hub/target/lib/strawboss-bridge-1.jar
            echo >hub/target/lib/sqlite-jdbc-1.jar
            """;

    Path root() {
        return directory.resolve("check out");
    }

    Path home() {
        return directory.resolve("home");
    }

    void environment(String name, String value) {
        environment.put(name, value);
    }

    /// Writes a file below the root, newer than all before.
    Path source(String file) throws IOException {
        Path path = root().resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "at " + System.nanoTime());
    }

    /// A JDK that says which version it is.
    Path jdk(String place, String version) throws IOException {
        Path home = directory.resolve(place);
        executable(place + "/bin/java", "#!/bin/sh\nprintf '%s\\n' \"$JAVA_HOME\" \"$@\"\n");
        executable(place + "/bin/javac", "#!/bin/sh\n");
        executable(place + "/bin/jar", "#!/bin/sh\nexit 1\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void executable(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// How often Maven was started.
    long builds() throws IOException {
        Path builds = home().resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return start(root().resolve("strawboss"), home(), arguments).end();
    }

    /// @param script the launcher, or a link to it
    Started start(Path script, Path from, String... arguments) throws IOException {
        List<String> words =
                Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList();
        Path log = Files.createTempFile(directory, "run", ".log");
        ProcessBuilder builder = new ProcessBuilder(words).directory(from.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new Started(builder.start(), log);
    }

    record Started(Process process, Path log) {
        Run end() throws IOException, InterruptedException {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("did not end:\n" + Files.readString(log));
            }
            return new Run(process.exitValue(), Files.readString(log));
        }
    }

    record Run(int status, String said) {}
}
