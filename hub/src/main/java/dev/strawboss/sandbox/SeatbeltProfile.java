package dev.strawboss.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A profile in the language of macOS's Seatbelt (sandbox-exec(1); Apple documents it only by its
/// own profiles in /System/Library/Sandbox/Profiles). What no rule allows is denied. Written from
/// the same policy as everything else and held by golden files; never run on a Mac.
///
/// @param port on which the job's forwarder listens, where hosts are listed
record SeatbeltProfile(Profile profile, int port) {
    /// dyld reads the root directory itself; shells look where `sh` leads.
    private static final List<String> READ_ALONE =
            List.of(
                    "/",
                    "/private/etc/hosts",
                    "/private/etc/localtime",
                    "/private/etc/protocols",
                    "/private/etc/services");

    private static final List<String> READ_WHOLE =
            List.of(
                    "/Applications/Xcode.app",
                    "/Library/Apple",
                    "/Library/Developer",
                    "/Library/Frameworks",
                    "/Library/Java",
                    "/System",
                    "/bin",
                    "/nix/store",
                    "/opt",
                    "/private/etc/ssl",
                    "/private/var/db/timezone",
                    "/private/var/select",
                    "/sbin",
                    "/usr");

    /// Links of the root that paths go through.
    private static final List<String> LINKS = List.of("/etc", "/tmp", "/var");

    private static final List<String> DEVICES =
            List.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom");

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("(version 1)");
        lines.add("(deny default)");
        lines.add("; what every program of the system needs to begin");
        lines.add("(import \"system.sb\")");
        lines.add("(allow process-fork)");
        lines.add("(allow process-exec)");
        lines.add("(allow process-info* (target same-sandbox))");
        lines.add("(allow signal (target same-sandbox))");
        lines.add("(allow sysctl-read)");
        lines.add("(allow pseudo-tty)");
        files(lines);
        network(lines);
        return String.join("\n", lines) + "\n";
    }

    private void files(List<String> lines) {
        rule(lines, "allow file-read*", READ_ALONE.stream().map(path -> one("literal", path)));
        rule(lines, "allow file-read*", READ_WHOLE.stream().map(path -> one("subpath", path)));
        rule(lines, "allow file-read* file-write-data file-ioctl", devices());
        rule(lines, "allow file-read-metadata", ways().map(path -> one("literal", path)));
        for (Grant grant : profile.grants()) {
            String path = one("subpath", grant.host().toString());
            lines.add("(allow file-read* " + path + ")");
            // the last rule counts: what is laid over a writable directory may be narrower
            lines.add(
                    grant.writable()
                            ? "(allow file-write* " + path + ")"
                            : "(deny file-write* " + path + ")");
        }
    }

    private static Stream<String> devices() {
        return Stream.concat(
                DEVICES.stream().map(path -> one("literal", path)),
                Stream.of(one("subpath", "/dev/fd")));
    }

    /// Directories on the way to a grant: they can be passed, not listed.
    private Stream<String> ways() {
        SortedSet<String> ways = new TreeSet<>(LINKS);
        Stream.concat(profile.grants().stream().map(Grant::host), READ_ALONE.stream().map(Path::of))
                .forEach(path -> {
                    for (Path way = path.getParent(); way != null; way = way.getParent()) {
                        ways.add(way.toString());
                    }
                });
        ways.remove("/");
        return ways.stream();
    }

    private void network(List<String> lines) {
        switch (profile.network()) {
            case NONE -> lines.add("; no network");
            case LISTED -> {
                String place = "ip \"localhost:" + port + "\"";
                lines.add("; the forwarder, and from it the gate");
                lines.add("(allow network-bind (local " + place + "))");
                lines.add("(allow network-inbound (local " + place + "))");
                lines.add("(allow network-outbound (remote " + place + "))");
                for (Grant grant : profile.grants()) {
                    lines.add(
                            "(allow network-outbound (remote unix-socket "
                                    + one("subpath", grant.host().toString())
                                    + "))");
                }
            }
            case OPEN -> {
                lines.add("(allow network*)");
                lines.add("(allow system-socket)");
                lines.add("(allow file-read* (literal \"/private/etc/resolv.conf\"))");
                rule(
                        lines,
                        "allow mach-lookup",
                        Stream.of(
                                "(global-name \"com.apple.SystemConfiguration.configd\")",
                                "(global-name \"com.apple.trustd.agent\")"));
            }
        }
    }

    private static void rule(List<String> lines, String what, Stream<String> filters) {
        lines.add("(" + what);
        filters.forEach(filter -> lines.add("    " + filter));
        lines.set(lines.size() - 1, lines.getLast() + ")");
    }

    private static String one(String kind, String path) {
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a path with control characters: " + path);
        }
        return "(" + kind + " \"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }
}
