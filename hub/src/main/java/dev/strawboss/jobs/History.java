package dev.strawboss.jobs;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// All jobs there ever were: lists of them, what is searched and what is put away.
public final class History {
    private final SqliteJobList list;
    private final SqliteJobIndex index;
    private final JobIndexer indexer;
    private final SqliteJobArchive archive;
    private final JobFiles files;

    History(
            Database database,
            SqliteJobStore store,
            SqliteJobIndex index,
            JobIndexer indexer,
            JobFiles files) {
        this.list = new SqliteJobList(database, store);
        this.archive = new SqliteJobArchive(database, store);
        this.files = files;
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

    /// Takes finished jobs out of the lists, or back into them.
    ///
    /// @return those that are so now; unfinished ones are left as they are
    public List<JobId> archive(Collection<JobId> ids, boolean archived) {
        return archive.archive(ids, archived);
    }

    /// Those of the jobs that are known, without their text.
    public List<Job> known(Collection<JobId> ids) {
        return archive.known(ids);
    }

    /// Jobs that ended before a time and may go: no unfinished job waits for them, and whoever was
    /// to be told of their end was. In the order of acceptance.
    ///
    /// @param archived only the archived ones; else only the others
    /// @param after the last one of the piece before
    public List<Job> old(Instant ended, boolean archived, Optional<Job> after, int limit) {
        return archive.old(ended, archived, after, limit);
    }

    /// Lets jobs go for good, with everything in the store and their directories. A directory that
    /// outlives its job is known to be nobody's; the other way round a job would have lost its
    /// files.
    ///
    /// @return how many went; those that became needed meanwhile stay, with their files
    public int forget(Collection<JobId> ids) {
        List<JobId> gone = archive.delete(ids);
        CrashPoint.JOBS_FORGOTTEN.pass();
        gone.forEach(id -> new Tree(files.directory(id)).delete());
        return gone.size();
    }

    /// Forgets some of the keys that are too old to be asked for again.
    ///
    /// @return how many; 0 when there are none
    public int forgetKeys(Instant now, int limit) {
        return archive.forgetKeys(now.minus(SqliteKeys.KEPT), limit);
    }

    /// The jobs, known or not, that have a directory.
    public List<JobId> directories() {
        return files.jobs();
    }

    /// When something in the directory of a job was last made or taken away.
    public Instant touched(JobId id) {
        try {
            return Files.getLastModifiedTime(files.directory(id)).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    public boolean hasLogs(JobId id) {
        return !files.attempts(id).isEmpty();
    }

    /// Bytes of what a job's attempts printed and left in their directories.
    public long logBytes(JobId id) {
        return files.attempts(id).stream().mapToLong(attempt -> new Tree(attempt).bytes()).sum();
    }

    /// Takes away what a job's attempts printed; a long prompt stays.
    public void deleteLogs(JobId id) {
        files.attempts(id).forEach(attempt -> new Tree(attempt).delete());
    }

    /// Takes away the directory of a job that nobody knows.
    public void deleteDirectory(JobId unknown) {
        if (archive.known(List.of(unknown)).isEmpty()) {
            new Tree(files.directory(unknown)).delete();
        }
    }

    /// A look for old jobs.
    ///
    /// @param at what the clock said
    /// @param doubted since when the clock is not believed
    public record Look(Instant at, Optional<Instant> doubted) {}

    /// The last one; empty if there was none.
    public Optional<Look> lastLook() {
        return archive.lastLook();
    }

    public void looked(Look look) {
        archive.looked(look);
    }
}
