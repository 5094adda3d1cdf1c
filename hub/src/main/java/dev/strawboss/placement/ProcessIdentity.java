package dev.strawboss.placement;

/// One process for ever: a pid alone is used again.
///
/// @param startTicks field 22 of /proc/PID/stat (proc(5)): clock ticks after boot
/// @param bootId /proc/sys/kernel/random/boot_id
public record ProcessIdentity(long pid, long startTicks, String bootId) {}
