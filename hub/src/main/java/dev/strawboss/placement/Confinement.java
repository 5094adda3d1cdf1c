package dev.strawboss.placement;

/// What a placement has to know of a command that is confined, and has to do for it.
///
/// @param namespace whether the command's first program makes a PID namespace, waits for what is in
///   it, and takes it along when it dies
/// @param memory bytes that all processes together may use; 0: no bound
/// @param cpus processors' worth of time for all together; 0: no bound
/// @param processes how many there may be; 0: no bound
public record Confinement(boolean namespace, long memory, double cpus, int processes) {
    /// For a command that is not confined.
    public static final Confinement NONE = new Confinement(false, 0, 0, 0);

    boolean bounded() {
        return memory > 0 || cpus > 0 || processes > 0;
    }
}
