package dev.strawboss.jobs;

/// Finds a job's prompt or script where it is kept: in its row, or in its file.
record JobTexts(SqliteJobStore store, JobFiles files) {
    /// With the text as far as it is there. What has run is collected without.
    Job found(JobId id) {
        return withLongText(store.find(id).orElseThrow());
    }

    /// With the whole text: a job must not run with an empty prompt instead of its own.
    ///
    /// @throws dev.strawboss.errors.StrawbossException if the text is gone or the row is damaged
    Job whole(JobId id) {
        Job job = withLongText(store.requireWhole(id));
        if (job.spec().text().isEmpty() && store.textIsInFile(id)) {
            throw files.textIsGone(id);
        }
        return job;
    }

    private Job withLongText(Job job) {
        return files.longText(job.id()).map(job::withText).orElse(job);
    }
}
