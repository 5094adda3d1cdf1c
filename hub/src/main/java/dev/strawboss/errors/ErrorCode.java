package dev.strawboss.errors;

import java.util.Locale;

/// Everything that a request or a job can fail with. The lower-case name is what people's scripts
/// see; it never changes once released.
public enum ErrorCode {
    // the caller's request
    INVALID_INPUT(Fault.CALLER, 2),
    UNKNOWN_JOB(Fault.CALLER, 3),
    UNKNOWN_AGENT(Fault.CALLER, 3),
    UNKNOWN_PROJECT(Fault.CALLER, 3),
    UNKNOWN_DIRECTORY(Fault.CALLER, 3),
    NOT_A_GIT_REPOSITORY(Fault.CALLER, 4),
    EMPTY_REPOSITORY(Fault.CALLER, 4),
    REQUEST_KEY_REUSED(Fault.CALLER, 4),
    TOO_LARGE(Fault.CALLER, 4),
    UNKNOWN_QUEUE(Fault.CALLER, 3),
    QUEUE_IN_USE(Fault.CALLER, 4),
    UNKNOWN_QUESTION(Fault.CALLER, 3),
    QUESTION_CLOSED(Fault.CALLER, 4),
    UNKNOWN_UPSTREAM(Fault.CALLER, 3),
    UPSTREAM_FAILED(Fault.ENVIRONMENT, 69),

    // how a job failed
    DEPENDENCY_FAILED(Fault.CALLER, 1),
    NONZERO_EXIT(Fault.CALLER, 1),
    KILLED_BY_SIGNAL(Fault.ENVIRONMENT, 1),
    MISSING_BINARY(Fault.ENVIRONMENT, 127),
    CANNOT_EXECUTE(Fault.ENVIRONMENT, 126),
    EMPTY_ANSWER(Fault.ENVIRONMENT, 1),
    AGENT_AUTH(Fault.ENVIRONMENT, 1),
    AGENT_RATE_LIMIT(Fault.ENVIRONMENT, 1),
    AGENT_MODEL(Fault.ENVIRONMENT, 1),
    AGENT_TOOL(Fault.ENVIRONMENT, 1),
    AGENT_CRASH(Fault.ENVIRONMENT, 1),
    WORKSPACE_FAILED(Fault.ENVIRONMENT, 1),
    PREPARE_FAILED(Fault.ENVIRONMENT, 1),
    TIMED_OUT(Fault.CALLER, 124),
    CANCELLED(Fault.CALLER, 130),
    OUTCOME_UNKNOWN(Fault.ENVIRONMENT, 125),
    SANDBOX_UNAVAILABLE(Fault.ENVIRONMENT, 71),

    // the machine and us
    HUB_STOPPED(Fault.CALLER, 69),
    HUB_UNREACHABLE(Fault.ENVIRONMENT, 69),
    CONFIGURATION(Fault.CALLER, 78),
    STORE(Fault.ENVIRONMENT, 74),
    ENVIRONMENT(Fault.ENVIRONMENT, 71),
    INTERNAL(Fault.US, 70);

    /// Who has to act.
    public enum Fault {
        CALLER,
        ENVIRONMENT,
        US
    }

    private final Fault fault;
    private final int exitStatus;

    ErrorCode(Fault fault, int exitStatus) {
        this.fault = fault;
        this.exitStatus = exitStatus;
    }

    public Fault fault() {
        return fault;
    }

    /// The exit status of the command line when a command ends with this code (sysexits(3) where
    /// one fits).
    public int exitStatus() {
        return exitStatus;
    }

    /// The name on the wire, such as `unknown_job`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if there is no such code
    public static ErrorCode ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
