package dev.strawboss.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides what a job may reach. A name is resolved here, once; what is connected to is the address
/// that was looked at, so a name that changes its mind gains nothing. An address that is not public
/// must itself be on the list, with its port: whoever owns a listed name cannot point it inside.
record Decision(Rules rules, Resolver resolver) {
    private static final String LOCALHOST = "localhost";

    Verdict decide(Authority wanted) throws InterruptedException {
        if (!named(wanted)) {
            return new Verdict.Refused(unlisted(wanted));
        }
        List<InetAddress> addresses = addresses(wanted);
        if (addresses.isEmpty()) {
            return new Verdict.Unknown("There is no host " + wanted.host() + ".");
        }
        List<InetAddress> allowed =
                addresses.stream().filter(address -> allowed(address, wanted.port())).toList();
        return allowed.isEmpty()
                ? new Verdict.Refused(reserved(wanted, addresses.getFirst()))
                : new Verdict.Allowed(allowed, wanted.port());
    }

    private boolean named(Authority wanted) {
        return switch (rules) {
            case Rules.None _ -> false;
            case Rules.Open _ -> true;
            case Rules.Listed(var destinations) ->
                    destinations.stream().anyMatch(entry -> names(entry, wanted));
        };
    }

    private static boolean names(Destination entry, Authority wanted) {
        if (!entry.means(wanted.port())) {
            return false;
        }
        return switch (entry) {
            case Destination.Address(var address, _) ->
                    wanted.address().filter(address::equals).isPresent();
            case Destination.Name(var host, var below, _) ->
                    wanted.address().isEmpty()
                            && (below
                                    ? wanted.host().endsWith("." + host)
                                    : wanted.host().equals(host));
        };
    }

    // What is to be this machine is not looked up: some name servers answer it.
    private List<InetAddress> addresses(Authority wanted) throws InterruptedException {
        if (wanted.address().isPresent()) {
            return List.of(wanted.address().get());
        }
        if (wanted.host().equals(LOCALHOST) || wanted.host().endsWith("." + LOCALHOST)) {
            return List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
        }
        return resolver.addresses(wanted.host());
    }

    private boolean allowed(InetAddress address, int port) {
        return Reserved.kind(address).isEmpty() || expressly(address, port);
    }

    private boolean expressly(InetAddress address, int port) {
        Stream<Destination> destinations =
                rules instanceof Rules.Listed(var listed) ? listed.stream() : Stream.of();
        return destinations
                .filter(entry -> entry.port() == port)
                .anyMatch(entry ->
                        switch (entry) {
                            case Destination.Address(var listed, _) -> listed.equals(address);
                            case Destination.Name(var host, _, _) ->
                                    host.equals(LOCALHOST) && address.isLoopbackAddress();
                        });
    }

    private String unlisted(Authority wanted) {
        return switch (rules) {
            case Rules.Listed listed ->
                    wanted
                            + " is not among the hosts that this job may reach: "
                            + String.join(", ", listed.words())
                            + ".";
            default -> "This job may not reach the network, so not " + wanted + " either.";
        };
    }

    private static String reserved(Authority wanted, InetAddress address) {
        String kind = Reserved.kind(address).orElse("not on the list");
        String exact =
                new Authority(address.getHostAddress(), Optional.of(address), wanted.port())
                        .toString();
        return wanted.address().isPresent()
                ? exact + " is " + kind + ", which must be listed with its port."
                : wanted
                        + " is at "
                        + address.getHostAddress()
                        + ", "
                        + kind
                        + ", which must itself be listed as "
                        + exact
                        + ".";
    }
}
