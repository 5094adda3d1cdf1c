package dev.strawboss.jobs;

/// That a job ended.
///
/// @param cursor counts up with every job that ends
/// @param job without its text
/// @param seen whether somebody has looked at it since
public record Ending(long cursor, Job job, boolean seen) {}
