package dev.strawboss.sandbox;

import java.nio.file.Path;
import java.util.List;

/// How a confined command begins.
///
/// @param channel whether its standard input and output are a private pipe to the hub, which it
///   then finds as descriptors 3 and 4; its own standard input is empty then, and what it prints
///   goes to standard error
/// @param groups control groups that it enters first; else the placement's runner has done that
record Start(boolean channel, List<Path> groups) {
    static final Start UNDER_A_RUNNER = new Start(false, List.of());

    Start {
        groups = List.copyOf(groups);
    }
}
