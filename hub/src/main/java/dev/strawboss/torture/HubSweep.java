package dev.strawboss.torture;

import dev.strawboss.crash.CrashPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Lets the real hub die at every point that one kind of job passes. Which these are is not written
/// anywhere: a hub is watched that does not die. Then each heir is armed with the next point, so
/// that a death costs one start, and some heirs die while they recover.
final class HubSweep {
    private static final Set<CrashPoint> OF_THE_FIRST_START =
            EnumSet.of(
                    CrashPoint.MIGRATION_RUN,
                    CrashPoint.MIGRATION_COMMITTED,
                    CrashPoint.SCRIPT_WRITTEN);
    private static final Set<CrashPoint> OF_THE_END =
            EnumSet.of(CrashPoint.CHECKPOINT_DUE, CrashPoint.CHECKPOINT_DONE);

    /// What only the heir of a hub passes that died there.
    private static final Map<CrashPoint, CrashPoint> OF_HEIRS =
            Map.of(
                    CrashPoint.LOCK_TAKEN, CrashPoint.SCOPE_OPENED,
                    CrashPoint.RECOVERED, CrashPoint.LAUNCHED,
                    CrashPoint.WORKTREE_SAVED, CrashPoint.PREPARED,
                    CrashPoint.WORKTREE_DELETED, CrashPoint.PREPARED);

    private final long seed;
    private final Errand errand;
    private final Ground ground;
    private final MortalHub hub;
    private final Random random = new Random(1);
    private final List<Told> all = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> died = new ArrayList<>();
    private final Set<CrashPoint> passed = EnumSet.noneOf(CrashPoint.class);
    private int number;
    private int noted;

    /// @param seed the place of the kind of job among all of them
    HubSweep(long seed, Path directory, Torture.HubCommand command)
            throws IOException, InterruptedException {
        this.seed = seed;
        this.errand = List.of(Errand.values()).get((int) seed);
        this.ground = Ground.make(directory, command);
        this.hub = new MortalHub(ground, command.words());
    }

    Outcome run() throws IOException, InterruptedException {
        dieAt(List.copyOf(OF_THE_FIRST_START));
        Set<CrashPoint> survey = survey();
        leaveAMark();
        survey.removeAll(OF_THE_END);
        dieAt(List.copyOf(survey));
        note();
        for (CrashPoint point : OF_HEIRS.keySet()) {
            if (passed.contains(point)) {
                dieAt(List.of(OF_HEIRS.get(point), point));
            }
        }
        for (CrashPoint point : OF_THE_END) {
            dieAt(List.of(point));
        }
        note();
        if (faults.isEmpty()) {
            faults.addAll(Inspection.of(ground, all));
        }
        return new Outcome(
                seed, number, died, passed.stream().map(CrashPoint::name).toList(), faults);
    }

    /// What a hub passes that serves one errand and ends in good order.
    private Set<CrashPoint> survey() throws IOException, InterruptedException {
        arm(List.of());
        serve();
        hub.stop();
        Set<CrashPoint> found = EnumSet.noneOf(CrashPoint.class);
        hub.passes().forEach(line -> found.add(CrashPoint.valueOf(line.split(" ", -1)[1])));
        found.remove(CrashPoint.MARK_FOUND); // that was a race; see leaveAMark
        return found;
    }

    /// As a runner does whose job was finished meanwhile.
    private void leaveAMark() throws IOException, InterruptedException {
        if (!all.isEmpty()) {
            Path marks = ground.home().state().resolve("done");
            Files.createFile(marks.resolve(all.getLast().job() + "-1"));
            dieAt(List.of(CrashPoint.MARK_FOUND));
        }
    }

    /// Serves errands until hubs have died at all of these points; one that is not reached in a
    /// whole life is left out. What is reached by nobody shows in the deaths.
    private void dieAt(List<CrashPoint> points) throws IOException, InterruptedException {
        arm(points.stream().map(point -> point + ":1").toList());
        for (int left = points.size(); left > 0 && faults.isEmpty(); ) {
            serve();
            if (hub.armed().size() == left) {
                hub.stop();
            }
            if (hub.armed().size() == left) {
                hub.disarmNext();
            }
            left = hub.armed().size();
        }
    }

    private void arm(List<String> deaths) throws IOException, InterruptedException {
        hub.kill();
        note();
        hub.arm(deaths);
        noted = 0;
    }

    private void serve() throws IOException, InterruptedException {
        List<String> deaths = hub.armed().stream().limit(2).toList();
        Client client = new Client(hub, ground, number++, errand, random);
        client.run();
        HubTrial.told(List.of(client), faults).forEach(told -> all.add(told.after(deaths)));
    }

    /// Takes down what happened since the hub was armed, and was not taken down yet.
    private void note() throws IOException {
        List<String> lines = hub.passes();
        for (String line : lines.subList(noted, lines.size())) {
            String[] words = line.split(" ", -1);
            passed.add(CrashPoint.valueOf(words[1]));
            if (words.length == 3) {
                died.add(words[1]);
            }
        }
        noted = lines.size();
    }
}
