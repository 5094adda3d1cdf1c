package dev.strawboss.jobs;

import dev.strawboss.placement.Exit;
import dev.strawboss.placement.Placement;
import dev.strawboss.placement.ProcessIdentity;
import dev.strawboss.placement.RunHandle;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Every command has ended well when it has started; of those of earlier hubs nothing is left.
final class InstantPlacement implements Placement {
    private final Set<Path> started = ConcurrentHashMap.newKeySet();

    @Override
    public RunHandle start(String attempt, Path directory, RunPlan plan) {
        started.add(directory);
        return new RunHandle(directory, new ProcessIdentity(1, 1, "boot"), "memory", "");
    }

    @Override
    public Optional<RunHandle> recover(String attempt, Path directory) {
        return Optional.empty();
    }

    @Override
    public boolean alive(RunHandle run) {
        return false;
    }

    @Override
    public Optional<Exit> exit(RunHandle run) {
        return started.contains(run.directory())
                ? Optional.of(new Exit(0, Instant.EPOCH))
                : Optional.empty();
    }

    @Override
    public void stop(RunHandle run, Duration grace) {}

    @Override
    public void pause(RunHandle run) {}

    @Override
    public void resume(RunHandle run) {}

    @Override
    public Watch watch(Consumer<String> ended) {
        return () -> {};
    }

    @Override
    public void dispose(String attempt, RunHandle run) {}
}
