package dev.strawboss.client;

/// Hears how far a call is.
public interface ProgressListener {
    /// Hears nothing.
    ProgressListener NONE = (done, message) -> {};

    /// @param message one short line
    void progress(double done, String message);
}
