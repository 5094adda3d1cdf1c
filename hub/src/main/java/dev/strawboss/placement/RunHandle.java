package dev.strawboss.placement;

import java.nio.file.Path;

/// What is needed to find a started attempt again after any death of the hub.
///
/// @param directory the attempt's directory
/// @param runner the supervisor's identity
/// @param kill the mechanism that ends the whole process tree: `cgroup`, `freezer`, `user_scope`,
///   `pid_namespace`, `subreaper` or `process_group`
/// @param scope what that mechanism acts on: the control group's directory; for the last two the
///   name that marks the environments; else empty
public record RunHandle(Path directory, ProcessIdentity runner, String kill, String scope) {}
