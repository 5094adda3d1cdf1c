package dev.strawboss.egress;

import java.net.InetAddress;
import java.util.List;

/// Finds the addresses of a host.
@FunctionalInterface
interface Resolver {
    /// Empty if there is no such host, or nobody could say in time.
    List<InetAddress> addresses(String host) throws InterruptedException;
}
