package dev.strawboss.jobs;

import java.util.Locale;

/// What is to become of a job whose outcome cannot be known, because its machine died under it.
public enum IfUnknown {
    /// It ends as `unknown`; who asked for it decides.
    REPORT,
    /// It is run again from the start, at most twice: its work may be done twice without harm.
    RERUN;

    /// The word in requests.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
