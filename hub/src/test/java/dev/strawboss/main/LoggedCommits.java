package dev.strawboss.main;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The transactions that a traced hub wrote to its store's log (sqlite.org/fileformat2.html,
/// section 4.2): frames of a header and a page, the last of which is marked.
///
/// @param commits for each, what its pages hold, as text, and the write that completed it
record LoggedCommits(List<Commit> commits) {
    private static final int HEADER = 24;

    /// @param last the write after which a sync makes it durable
    record Commit(String pages, Trace.Call last) {}

    /// @param writes to the log, in order
    static LoggedCommits of(List<Trace.Call> writes) {
        List<Commit> commits = new ArrayList<>();
        StringBuilder pages = new StringBuilder();
        boolean marked = false;
        for (Trace.Call write : writes) {
            byte[] bytes = write.bytes();
            if (bytes.length == HEADER) {
                marked =
                        ByteBuffer.wrap(bytes).getInt(4) != 0; // the size of the store, if a commit
            } else if (bytes.length > 2 * HEADER) {
                pages.append(write.text());
                if (marked) {
                    commits.add(new Commit(pages.toString(), write));
                    pages.setLength(0);
                }
            }
        }
        return new LoggedCommits(List.copyOf(commits));
    }

    /// The one that brought this text, which was in none before.
    Optional<Trace.Call> first(String text) {
        return commits.stream()
                .filter(commit -> commit.pages().contains(text))
                .findFirst()
                .map(Commit::last);
    }
}
