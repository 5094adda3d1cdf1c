package dev.strawboss.jobs;

/// Finds a job's prompt or script where it is kept: in its row, or in its file.
record JobTexts(SqliteJobStore store, JobFiles files) {
    /// With the text as far as it is there. What has run is collected without.
    Job found(JobId id) {
        Job job = store.find(id).orElseThrow();
        return files.longText(id).map(job::withText).orElse(job);
    }

    /// With the whole text: a job must not run with an empty prompt instead of its own.
    ///
    /// @throws dev.strawboss.errors.StrawbossException if the text is gone
    Job whole(JobId id) {
        Job job = found(id);
        if (job.spec().text().isEmpty() && store.textIsInFile(id)) {
            throw files.textIsGone(id);
        }
        return job;
    }
}
