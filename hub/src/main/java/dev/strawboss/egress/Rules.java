package dev.strawboss.egress;

import java.util.List;
import java.util.Optional;

/// What a job may reach.
public sealed interface Rules {
    /// Nothing but the model providers that it was given.
    record None() implements Rules {}

    /// What is on the list.
    record Listed(List<Destination> destinations) implements Rules {
        public Listed {
            destinations = List.copyOf(destinations);
        }
    }

    /// Everything public.
    record Open() implements Rules {}

    /// As configuration and requests write it: `none`, `open`, or hosts.
    ///
    /// @throws dev.strawboss.errors.StrawbossException if a host is none
    static Rules of(List<String> words) {
        if (words.isEmpty() || words.equals(List.of("none"))) {
            return new None();
        }
        return words.equals(List.of("open"))
                ? new Open()
                : new Listed(words.stream().map(Destination::parse).toList());
    }

    /// What [#of] reads.
    default List<String> words() {
        return switch (this) {
            case None _ -> List.of("none");
            case Open _ -> List.of("open");
            case Listed(var destinations) -> destinations.stream().map(Rules::written).toList();
        };
    }

    private static String written(Destination destination) {
        return switch (destination) {
            case Destination.Name(var host, var below, var port) ->
                    (below ? "*." : "") + host + (port == 0 ? "" : ":" + port);
            case Destination.Address(var address, var port) ->
                    new Authority(address.getHostAddress(), Optional.of(address), port).toString();
        };
    }
}
