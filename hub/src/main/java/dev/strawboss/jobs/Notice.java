package dev.strawboss.jobs;

import java.util.Optional;

/// What a client is told of a job that has finished.
///
/// @param number as [Job#number]
/// @param state its wire name
/// @param code why it did not succeed, as its wire name
public record Notice(long number, JobId job, String title, String state, Optional<String> code) {}
