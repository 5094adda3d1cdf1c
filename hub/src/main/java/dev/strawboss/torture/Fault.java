package dev.strawboss.torture;

/// Something that must not happen, however often the hub dies.
record Fault(Sort sort, String sentence) {
    enum Sort {
        /// An accepted job is gone or does not end.
        LOST,
        /// A command was started more than once, or a request became two jobs.
        TWICE,
        /// Only the hub died, and a job ended as `unknown`.
        UNKNOWN,
        /// Who waited for a job was not told of its end.
        UNTOLD,
        /// Anything else: another end than there should be, something left behind, a store that
        /// does not agree with itself.
        WRONG
    }
}
