package dev.strawboss.crash;

/// Ends a thread of a hub that is played to have died. No error that the hub knows how to handle:
/// it is for nobody to catch but for who plays.
public final class HubDied extends Error {
    private static final long serialVersionUID = 1;

    public HubDied(CrashPoint at) {
        super("died at " + at, null, false, false);
    }
}
