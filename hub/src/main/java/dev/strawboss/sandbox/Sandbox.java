package dev.strawboss.sandbox;

import dev.strawboss.concurrent.Lock;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Confines commands by what works on this machine. What works is tried once, and again after
/// something did not.
public final class Sandbox {
    private final Host host;
    private final Breadth breadth;
    private final Set<Promise> groups;
    private final Lock lock = new Lock();
    private @Nullable List<Trial> trials;

    /// @param state the hub's state directory
    /// @param bounds what the placement bounds with control groups: some of `memory`, `cpu`,
    ///   `processes`
    /// @param closed directories that no job is given: Strawboss's own besides its state
    public Sandbox(Path state, Set<String> bounds, List<Path> closed) {
        this(Host.of(state), bounds, closed);
    }

    /// The same with none.
    public Sandbox(Path state, Set<String> bounds) {
        this(state, bounds, List.of());
    }

    Sandbox(Host host, Set<String> bounds) {
        this(host, bounds, List.of());
    }

    private Sandbox(Host host, Set<String> bounds, List<Path> closed) {
        this.host = host;
        this.breadth = Breadth.of(host, closed);
        this.groups = promises(bounds);
    }

    private static Set<Promise> promises(Set<String> bounds) {
        Map<String, Promise> names =
                Map.of(
                        "memory", Promise.MEMORY,
                        "cpu", Promise.CPU,
                        "processes", Promise.PROCESS_COUNT);
        Set<Promise> promises = EnumSet.noneOf(Promise.class);
        bounds.forEach(bound -> promises.add(names.get(bound)));
        return promises;
    }

    /// The plan with its command confined. What is in force is written down for the result: see
    /// [InForce#read].
    ///
    /// @param attempt the attempt's directory; what it holds is not visible inside unless the
    ///   profile grants it
    /// @return the plan as it was if `demand` is OFF, or BEST and nothing works here
    /// @throws StrawbossException `SANDBOX_UNAVAILABLE` if REQUIRED and not all holds here
    public RunPlan confine(Demand demand, Profile profile, RunPlan plan, Path attempt)
            throws InterruptedException {
        if (demand == Demand.OFF) {
            return plan;
        }
        Profile real = Grants.real(profile);
        breadth.check(real, attempt);
        List<Trial> tried = trials();
        Optional<Mechanism> best = best(tried, real);
        InForce inForce = inForce(demand, real, tried, groups);
        inForce.write(attempt);
        return best.isPresent()
                ? best.get().confine(real, plan, attempt, Start.UNDER_A_RUNNER)
                : plan;
    }

    /// A command of the hub's own, confined with all that the profile promises.
    ///
    /// @param directory where it begins; what no grant shows becomes `/tmp`
    /// @param entered control groups that bound it, made by the caller
    ///   ([dev.strawboss.placement.BoundGroups#open]); empty where there are none
    /// @param scratch a directory of the hub's own, which the command does not see
    /// @throws StrawbossException `SANDBOX_UNAVAILABLE` if not all holds here
    public Confined confined(
            Profile profile,
            List<String> command,
            Path directory,
            Map<String, String> environment,
            List<Path> entered,
            Path scratch)
            throws InterruptedException {
        Profile real = Grants.real(profile);
        List<Trial> tried = trials();
        InForce inForce =
                inForce(Demand.REQUIRED, real, tried, entered.isEmpty() ? Set.of() : groups);
        RunPlan plan =
                new RunPlan(command, directory, environment, Optional.empty(), Duration.ZERO, 0, 0);
        RunPlan confined =
                best(tried, real)
                        .orElseThrow()
                        .confine(real, plan, scratch, new Start(true, entered));
        return new Confined(confined.command(), Path.of("/"), confined.environment(), inForce);
    }

    private static Optional<Mechanism> best(List<Trial> tried, Profile profile) {
        return tried.stream()
                .flatMap(trial -> trial.mechanism().stream())
                .filter(mechanism -> mechanism.fits(profile))
                .findFirst();
    }

    private InForce inForce(
            Demand demand, Profile profile, List<Trial> tried, Set<Promise> withGroups) {
        Optional<Mechanism> best = best(tried, profile);
        Set<Promise> missing = needed(profile);
        best.ifPresent(mechanism -> missing.removeAll(mechanism.holds(profile)));
        missing.removeAll(withGroups);
        Missing words = new Missing(host, tried, best, missing);
        if (demand == Demand.REQUIRED) {
            words.refuse();
        }
        return InForce.of(best.map(Mechanism::name).orElse("none"), profile, missing, words.why());
    }

    /// What the profile promises.
    private static Set<Promise> needed(Profile profile) {
        Set<Promise> needed = EnumSet.allOf(Promise.class);
        if (profile.network() == Network.OPEN) {
            needed.remove(Promise.NETWORK);
        }
        if (profile.limits().memory() == 0) {
            needed.remove(Promise.MEMORY);
        }
        if (profile.limits().cpus() == 0) {
            needed.remove(Promise.CPU);
        }
        return needed;
    }

    /// What a mechanism and the placement's control groups hold of a profile together.
    Set<Promise> held(Mechanism mechanism, Profile profile) {
        Set<Promise> held = EnumSet.copyOf(mechanism.holds(profile));
        held.addAll(groups);
        return held;
    }

    /// What this machine has to confine with.
    ///
    /// @param mechanism the best; `none` if there is none
    /// @param why in a sentence, why it is not bubblewrap; else empty
    /// @param mend the command that changes that
    public record Look(String mechanism, String why, String mend) {}

    public Look look() throws InterruptedException {
        List<Mechanism> works = mechanisms();
        Trial first = trials().getFirst();
        String name = works.isEmpty() ? "none" : works.getFirst().name();
        return new Look(name, first.why(), first.mend());
    }

    Host host() {
        return host;
    }

    /// Those that work here, the best first.
    List<Mechanism> mechanisms() throws InterruptedException {
        return trials().stream().flatMap(trial -> trial.mechanism().stream()).toList();
    }

    List<Trial> trials() throws InterruptedException {
        try (var _ = lock.hold()) {
            List<Trial> known = trials;
            if (known == null || known.getFirst().mechanism().isEmpty()) {
                known = tried();
                trials = known;
            }
            return known;
        }
    }

    private List<Trial> tried() throws InterruptedException {
        return host.mac()
                ? List.of(new SeatbeltTrial(host).run())
                : List.of(new BubblewrapTrial(host).run(), new LandlockTrial(host).run());
    }
}
