package dev.strawboss.egress;

import java.net.InetAddress;
import java.util.List;

/// Whether a job may reach a host.
sealed interface Verdict {
    /// @param addresses that were looked at and may be connected to, in the resolver's order; the
    ///   name must not be resolved again
    record Allowed(List<InetAddress> addresses, int port) implements Verdict {}

    /// @param sentence for the program that asked, and for people
    record Refused(String sentence) implements Verdict {}

    /// It might have been allowed, but there is no such host.
    record Unknown(String sentence) implements Verdict {}
}
