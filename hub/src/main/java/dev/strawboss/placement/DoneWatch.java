package dev.strawboss.placement;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when attempts are done, by the marks that their runners leave. First all marks that are
/// there already, then each as it comes; one that comes in between may be told twice.
final class DoneWatch implements Placement.Watch {
    private static final Logger LOG = LoggerFactory.getLogger(DoneWatch.class);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Path marks;
    private final Consumer<String> attemptDone;
    private final Optional<WatchService> service;
    private final Thread thread;
    private final Set<Path> foreign = new HashSet<>();
    private volatile boolean closed;

    /// @param attemptDone gets attempts' names, on the watch's own thread
    DoneWatch(Path marks, Consumer<String> attemptDone) {
        this(marks, attemptDone, marks.getFileSystem()::newWatchService);
    }

    /// @param opening what makes the watch service; the kernel has only so many
    DoneWatch(Path marks, Consumer<String> attemptDone, Opening opening) {
        this.marks = marks;
        this.attemptDone = attemptDone;
        service = open(opening);
        thread = Threads.virtual("done-watch", this::watch);
    }

    /// Makes a watch service.
    interface Opening {
        WatchService open() throws IOException;
    }

    private Optional<WatchService> open(Opening opening) {
        try {
            WatchService opened = opening.open();
            marks.register(opened, StandardWatchEventKinds.ENTRY_CREATE);
            return Optional.of(opened);
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("directory", marks)
                    .addKeyValue("why", e.getMessage())
                    .log(
                            "the directory cannot be watched, so it is read every 0.2 s; see"
                                    + " fs.inotify.max_user_instances");
            return Optional.empty();
        }
    }

    private void watch() {
        try {
            tellAll();
            if (service.isPresent()) {
                follow(service.get());
            } else {
                poll();
            }
        } catch (ClosedWatchServiceException | InterruptedException _) {
            LOG.atDebug().log("done watch closed");
        }
    }

    private void follow(WatchService events) throws InterruptedException {
        for (WatchKey key = events.take(); ; key = events.take()) {
            key.pollEvents().forEach(this::tell);
            key.reset();
        }
    }

    private void poll() throws InterruptedException {
        while (!closed) {
            Thread.sleep(POLL);
            tellAll();
        }
    }

    private void tell(WatchEvent<?> event) {
        if (event.context() instanceof Path mark) {
            tell(mark);
        } else {
            tellAll(); // more events than the kernel keeps
        }
    }

    private void tellAll() {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(marks)) {
            all.forEach(this::tell);
        } catch (IOException e) {
            LOG.atError().setCause(e).addKeyValue("directory", marks).log("cannot read done marks");
        }
    }

    private void tell(Path mark) {
        String attempt = mark.getFileName().toString();
        try {
            attemptDone.accept(attempt);
        } catch (IllegalArgumentException _) {
            leftAlone(mark);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("attempt", attempt).log("done mark not handled");
        }
    }

    private void leftAlone(Path mark) {
        if (foreign.add(mark.getFileName())) {
            LOG.atWarn()
                    .addKeyValue("file", marks.resolve(mark.getFileName()))
                    .log("not an attempt's mark; left alone");
        }
    }

    @Override
    public void close() {
        try {
            if (service.isPresent()) {
                service.get().close();
            }
            closed = true;
            thread.join();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("done watch not closed");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
