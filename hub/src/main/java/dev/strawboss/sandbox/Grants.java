package dev.strawboss.sandbox;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.Confinement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What a profile grants, seen from a command's side.
final class Grants {
    private Grants() {}

    /// The same with every link of the host's paths followed, so that what is checked is what is
    /// bound.
    static Profile real(Profile profile) {
        List<Grant> real =
                profile.grants().stream()
                        .map(grant -> new Grant(real(grant), grant.inside(), grant.writable()))
                        .toList();
        return new Profile(
                profile.name(),
                real,
                profile.home(),
                profile.network(),
                profile.limits(),
                profile.temporaryBytes());
    }

    private static Path real(Grant grant) {
        try {
            return grant.host().toRealPath();
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.PREPARE_FAILED,
                    "The sandbox is to show " + grant.host() + ", which is not there.",
                    "Make it, or take it from the list of paths of the sandbox.",
                    e);
        }
    }

    /// Where a directory of the host is inside.
    static String inside(List<Grant> grants, Path directory) {
        Path normal = directory.normalize();
        for (Grant grant : grants.reversed()) {
            if (normal.startsWith(grant.inside())) {
                return normal.toString();
            }
            if (normal.startsWith(grant.host())) {
                return grant.inside().resolve(grant.host().relativize(normal)).toString();
            }
        }
        return "/tmp";
    }

    static Confinement confinement(Limits limits, boolean namespace) {
        return new Confinement(namespace, limits.memory(), limits.cpus(), limits.processes());
    }
}
