package dev.strawboss.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What tests of confined commands need to know of this machine.
public final class Here {
    private Here() {}

    /// A test that needs a sandbox is skipped where there is none, but never in CI.
    public static void confinedOrSkipped(Path state) throws Exception {
        confinedOrSkipped(state, Profile::command);
    }

    /// The same for one whose commands have a network of their own.
    public static void networkOrSkipped(Path state) throws Exception {
        confinedOrSkipped(state, Profile::agent);
    }

    private static void confinedOrSkipped(Path state, Function<Path, Profile> profile)
            throws Exception {
        try {
            Path work = Files.createDirectories(state.resolve("tried"));
            RunPlan plan =
                    new RunPlan(
                            List.of("true"),
                            work,
                            Map.of(),
                            Optional.empty(),
                            Duration.ofSeconds(9),
                            0,
                            0);
            new Sandbox(state, java.util.Set.of())
                    .confine(Demand.REQUIRED, profile.apply(work), plan, work);
        } catch (StrawbossException none) {
            if ("true".equals(System.getenv("CI"))) {
                throw none;
            }
            assumeTrue(false, none.getMessage());
        }
    }
}
