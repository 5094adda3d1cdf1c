package dev.strawboss.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The job engine: everything that runs is a job of it.
public final class Jobs implements AutoCloseable {
    /// Accepts a job and returns once that is durable. The same request key gives the same job.
    ///
    /// @param client who asks
    /// @param requestKey the key under which the call may be repeated after the death of a hub
    public Job accept(JobSpec spec, String client, Optional<String> requestKey)
            throws InterruptedException {
        return notYet();
    }

    /// @param id as a person typed it; a unique beginning of four or more characters will do
    /// @throws dev.strawboss.errors.StrawbossException `UNKNOWN_JOB`, with the nearest known id
    public Job require(String id) {
        return notYet();
    }

    /// The newest jobs first.
    ///
    /// @param states wire names; empty means all
    /// @param before only jobs with a smaller [Job#number]; empty starts at the newest
    public List<Job> list(Set<String> states, Optional<Long> before, int limit) {
        return notYet();
    }

    /// How many jobs are in each state, by wire name; states without jobs are absent.
    public Map<String, Long> counts() {
        return notYet();
    }

    /// Asks that a job be stopped. Returns once that is durable; the job ends soon after. A job
    /// that has finished stays as it is.
    public Job stop(JobId id, String by) throws InterruptedException {
        return notYet();
    }

    /// Waits until any or all of the jobs have finished, or the time is up.
    ///
    /// @return the jobs as they stand then, in the order asked
    public List<Job> await(List<JobId> ids, boolean all, Duration time)
            throws InterruptedException {
        return notYet();
    }

    /// A sentence: what the job waits for, or why it failed, and what to type.
    public String why(Job job) {
        return notYet();
    }

    /// A piece of a job's output. Bytes that are not UTF-8 become U+FFFD.
    ///
    /// @param stream `stdout` or `stderr`
    /// @param cursor where the last piece ended, 0 at first; a negative cursor counts from the end
    public LogPiece log(Job job, String stream, long cursor, int limit) {
        return notYet();
    }

    /// @param next the cursor of the following piece
    /// @param size how many bytes there are by now
    /// @param cut how many bytes in the middle were not kept
    /// @param end whether nothing more will come
    public record LogPiece(String text, long next, long size, long cut, boolean end) {}

    @SuppressWarnings("TypeParameterUnusedInFormals") // goes with the last method that is not built
    private static <T> T notYet() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
