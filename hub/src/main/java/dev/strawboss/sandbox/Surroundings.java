package dev.strawboss.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A confined command's environment. What points to something that is not inside is left out. Names
/// that mean something to the loader or to the programs that confine are given to the command only:
/// those programs run before anything is confined, one of them as root.
///
/// @param inherited through the programs that confine
/// @param set by the last of them; visible in its command line, so nothing secret: such names carry
///   paths and options
record Surroundings(Map<String, String> inherited, Map<String, String> set) {
    private static final Set<String> OUTSIDE =
            Set.of(
                    "STRAWBOSS_HOME",
                    "XDG_RUNTIME_DIR",
                    "DBUS_SESSION_BUS_ADDRESS",
                    "DBUS_SYSTEM_BUS_ADDRESS",
                    "DISPLAY",
                    "WAYLAND_DISPLAY",
                    "XAUTHORITY",
                    "SSH_AUTH_SOCK",
                    "SSH_AGENT_PID",
                    "GPG_AGENT_INFO",
                    "DOCKER_HOST",
                    "MAIL");

    private static final Pattern DIRECTORY = Pattern.compile("HOME|TMPDIR|XDG_[A-Z]+_(HOME|DIR)");

    private static final Pattern OF_LOADERS =
            Pattern.compile(
                    "LD_.*|DYLD_.*|GLIBC_.*|GCONV_PATH|LOCPATH|NLSPATH|MALLOC_.*|RES_OPTIONS|HOSTALIASES"
                            + "|BASH.*|ENV|SHELLOPTS|IFS|PS4|PERL.*|BWRAP.*|_STDBUF_.*");

    Surroundings {
        inherited = Map.copyOf(inherited);
        set = Map.copyOf(set);
    }

    /// @param temporary where the command's temporary files go
    static Surroundings of(Profile profile, Path temporary, Map<String, String> environment) {
        Map<String, String> inherited = new HashMap<>();
        Map<String, String> set = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (OF_LOADERS.matcher(name).matches()) {
                set.put(name, value);
            } else if (!OUTSIDE.contains(name)
                    && (!DIRECTORY.matcher(name).matches() || inside(profile.grants(), value))) {
                inherited.put(name, value);
            }
        });
        inherited.putIfAbsent("HOME", profile.home().toString());
        inherited.putIfAbsent("TMPDIR", temporary.toString());
        return new Surroundings(inherited, set);
    }

    private static boolean inside(List<Grant> grants, String directory) {
        return directory.startsWith("/")
                && grants.stream()
                        .anyMatch(
                                grant -> Path.of(directory).normalize().startsWith(grant.inside()));
    }
}
