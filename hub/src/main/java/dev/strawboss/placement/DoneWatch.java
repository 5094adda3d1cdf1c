package dev.strawboss.placement;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when attempts are done, by the marks that their runners leave. First all marks that are
/// there already, then each as it comes; one that comes in between may be told twice.
final class DoneWatch implements Placement.Watch {
    private static final Logger LOG = LoggerFactory.getLogger(DoneWatch.class);

    private final Path marks;
    private final Consumer<String> attemptDone;
    private final WatchService service;
    private final Thread thread;

    /// @param attemptDone gets attempts' names, on the watch's own thread
    DoneWatch(Path marks, Consumer<String> attemptDone) {
        this.marks = marks;
        this.attemptDone = attemptDone;
        try {
            service = marks.getFileSystem().newWatchService();
            marks.register(service, StandardWatchEventKinds.ENTRY_CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch " + marks, e);
        }
        thread = Threads.virtual("done-watch", this::watch);
    }

    private void watch() {
        try {
            tellAll();
            for (WatchKey key = service.take(); ; key = service.take()) {
                key.pollEvents().forEach(this::tell);
                key.reset();
            }
        } catch (ClosedWatchServiceException | InterruptedException _) {
            LOG.atDebug().log("done watch closed");
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
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("attempt", attempt).log("done mark not handled");
        }
    }

    @Override
    public void close() {
        try {
            service.close();
            thread.join();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("done watch not closed");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
