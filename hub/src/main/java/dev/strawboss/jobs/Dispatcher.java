package dev.strawboss.jobs;

/// Who dispatches a job, and so is told when it has finished.
///
/// @param client as it names itself, such as `claude-code` or `cli`
/// @param session the one among the sessions of that client; empty if it takes no notices
/// @param principal whom the way in has found to be calling: [#LOCAL], or the name of a token
public record Dispatcher(String client, String session, String principal) {
    /// The user of the hub's own machine.
    public static final String LOCAL = "local";

    public Dispatcher(String client, String session) {
        this(client, session, LOCAL);
    }

    /// Whose the keys are under which it asks once: nobody gets another's job by a key.
    public String keeper() {
        return principal.equals(LOCAL) ? client : "token " + principal + "/" + client;
    }
}
