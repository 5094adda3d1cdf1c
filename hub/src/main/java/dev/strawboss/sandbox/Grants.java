package dev.strawboss.sandbox;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.Confinement;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a profile grants, seen from a command's side.
final class Grants {
    private Grants() {}

    /// The same with every link of the host's paths followed, and with what was found there: names
    /// may lead elsewhere later, and then nothing is bound.
    static Profile real(Profile profile) {
        List<Grant> real = profile.grants().stream().map(Grants::real).toList();
        return new Profile(
                profile.name(),
                real,
                profile.home(),
                profile.network(),
                profile.limits(),
                profile.temporaryBytes());
    }

    static Grant real(Grant grant) {
        try {
            Path real = grant.host().toRealPath();
            return new Grant(real, grant.inside(), grant.writable(), Identity.of(real));
        } catch (NoSuchFileException e) {
            throw refused(grant, "is not there", e);
        } catch (IOException e) {
            throw refused(grant, "cannot be looked at (" + e.getMessage() + ")", e);
        }
    }

    private static StrawbossException refused(Grant grant, String why, IOException cause) {
        return new StrawbossException(
                ErrorCode.PREPARE_FAILED,
                "The sandbox is to show " + grant.host() + ", which " + why + ".",
                "Make it, or take it from the list of paths of the sandbox.",
                cause);
    }

    /// Those that are seen inside where they were laid: over others lies a later one.
    static List<Grant> uncovered(List<Grant> grants) {
        List<Grant> uncovered = new ArrayList<>();
        for (int at = 0; at < grants.size(); at++) {
            Path place = grants.get(at).inside();
            if (grants.subList(at + 1, grants.size()).stream()
                    .noneMatch(later -> place.startsWith(later.inside()))) {
                uncovered.add(grants.get(at));
            }
        }
        return uncovered;
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
