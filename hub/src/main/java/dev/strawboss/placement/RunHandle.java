package dev.strawboss.placement;

import java.nio.file.Path;

/// What is needed to find a started attempt again after any death of the hub.
///
/// @param directory the attempt's directory
/// @param runner the supervisor's identity
/// @param kill the mechanism that ends the whole process tree: `cgroup`, `pid_namespace` or
///   `process_group`
/// @param scope what that mechanism acts on: the control group's directory, the name that marks the
///   environments of a `process_group`, else empty
public record RunHandle(Path directory, ProcessIdentity runner, String kill, String scope) {}
