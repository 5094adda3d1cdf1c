package dev.strawboss.jobs;

/// Who dispatches a job, and so is told when it has finished.
///
/// @param client as it names itself, such as `claude-code` or `cli`
/// @param session the one among the sessions of that client; empty if it takes no notices
public record Dispatcher(String client, String session) {}
