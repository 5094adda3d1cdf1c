package dev.strawboss.main;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A store that is gone while its jobs' directories are there would be made anew, empty: that must
/// not happen unseen.
final class LostStore {
    private LostStore() {}

    /// @param state the state directory, which no hub has open
    static void refuse(Path state, Path store) throws IOException {
        Path jobs = state.resolve("jobs");
        boolean lost = !Files.exists(store) || Files.size(store) == 0;
        if (!lost || !Files.isDirectory(jobs)) {
            return;
        }
        long count;
        try (Stream<Path> all = Files.list(jobs)) {
            count = all.count();
        }
        if (count > 0) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The store "
                            + store
                            + (Files.exists(store) ? " is empty" : " is gone")
                            + ", but "
                            + jobs
                            + " holds what "
                            + count
                            + " jobs left.",
                    "Restore a backup: strawboss restore FILE; or begin without them: mv '"
                            + jobs
                            + "' '"
                            + jobs
                            + ".lost'");
        }
    }
}
