package dev.strawboss.bench;

import java.io.IOException;

/// A part of the benchmark that can be run by itself.
interface Part {
    void measure(Report report) throws IOException, InterruptedException;
}
