package dev.strawboss.bridge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// What the bridge and the hub are told on their command lines. Nothing is taken from the
/// environment: clients scrub it, and every client must find the same hub.
public record Options(Home home, Launch launch) {
    /// @param args `--home DIR`, or `--state DIR --configuration DIR`; `--hub-command FILE`
    /// @throws IOException if an argument is not one of these
    public static Options parse(String[] args) throws IOException {
        Home home = Home.find(Map.of(), Path.of(System.getProperty("user.home", "/")));
        Launch launch = null;
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IOException(args[i] + " needs a value");
            }
            Path value = Path.of(args[i + 1]).toAbsolutePath().normalize();
            switch (args[i]) {
                case "--home" -> home = Home.of(value);
                case "--state" -> home = new Home(value, home.configuration());
                case "--configuration" -> home = new Home(home.state(), value);
                case "--hub-command" -> launch = new Launch(value);
                default -> throw new IOException("unknown argument " + args[i]);
            }
        }
        return new Options(home, launch == null ? Launch.besideTheJar() : launch);
    }
}
