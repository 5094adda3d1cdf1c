package dev.strawboss.jobs;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// A session that has called this hub: whether its client is there and where it works.
final class Presence {
    private static final int MOST_DIRECTORIES = 50;
    private static final Set<Path> HOMES = Set.of(Path.of("/home"), Path.of("/Users"));

    private final Set<Path> directories = new LinkedHashSet<>();
    private BooleanSupplier connected = () -> false;

    void seen(Audience audience) {
        connected = audience.connected();
        audience.directory().ifPresent(this::worksIn);
    }

    void worksIn(Path directory) {
        if (directories.size() < MOST_DIRECTORIES) {
            directories.add(directory.normalize());
        }
    }

    boolean connected() {
        return connected.getAsBoolean();
    }

    /// Whether a job in `directory` is one of a project in which the client works too.
    boolean sharesProject(Path directory) {
        Path theirs = directory.normalize();
        return directories.stream()
                .anyMatch(
                        ours -> ours.equals(theirs) || holds(ours, theirs) || holds(theirs, ours));
    }

    /// A home or a directory like /tmp holds everybody's projects: what is in it has nothing in
    /// common.
    private static boolean holds(Path outer, Path inner) {
        int depth = outer.getNameCount();
        boolean wide = depth < 2 || (depth == 2 && HOMES.contains(outer.getParent()));
        return !wide && inner.startsWith(outer);
    }
}
