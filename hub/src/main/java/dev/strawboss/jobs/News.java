package dev.strawboss.jobs;

/// Something of a job that a client is to be told: that it has ended, or that it asks something.
///
/// @param job as [Job#number]
/// @param question 0 for the end
record News(long job, int question) {
    static News end(long job) {
        return new News(job, 0);
    }

    static News of(long job, Question question) {
        return new News(job, question.question());
    }

    boolean isEnd() {
        return question == 0;
    }
}
