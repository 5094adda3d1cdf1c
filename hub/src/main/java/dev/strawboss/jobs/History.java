package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.store.Database;
import java.util.Optional;

/// All jobs there ever were: lists of them, what is searched and what is put away.
public final class History {
    private final SqliteJobList list;
    private final SqliteJobIndex index;
    private final JobIndexer indexer;

    History(Database database, JobRows rows, SqliteJobIndex index, JobIndexer indexer) {
        this.list = new SqliteJobList(database, rows);
        this.index = index;
        this.indexer = indexer;
    }

    /// The newest jobs of what is asked for.
    ///
    /// @param before only jobs with a smaller [Job#number]; empty starts at the newest
    /// @throws StrawbossException if the text has no word in it
    public JobPage list(JobFilter filter, Optional<Long> before, int limit) {
        if (filter.text().isEmpty()) {
            return list.page(filter, "", before, limit, "");
        }
        String words =
                SearchWords.expression(filter.text().get())
                        .orElseThrow(() ->
                                new StrawbossException(
                                        ErrorCode.INVALID_INPUT,
                                        "There is no word to search for.",
                                        "Give words that all must be there, word* for a beginning, or"
                                                + " \"words in a row\"."));
        indexer.catchUp();
        return list.page(filter, words, before, limit, missing());
    }

    private String missing() {
        SqliteJobIndex.Missing missing = index.missing();
        String changed =
                missing.changed() == 0
                        ? ""
                        : missing.changed() + " jobs that changed of late are not searched yet. ";
        String older =
                missing.below() == 0
                        ? ""
                        : "Jobs older than number "
                                + missing.below()
                                + " are not searched yet; the index is being made.";
        return (changed + older).strip();
    }
}
