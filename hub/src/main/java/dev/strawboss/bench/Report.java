package dev.strawboss.bench;

import dev.strawboss.json.Json;
import java.io.PrintWriter;

/// Prints figures as they come, a line each.
final class Report {
    private final PrintWriter out;
    private final boolean json;
    private boolean allMet = true;

    Report(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void add(Figure figure) {
        allMet &= figure.met();
        out.println(json ? Json.write(figure.toJson()) : figure.toLine());
        out.flush();
    }

    boolean allMet() {
        return allMet;
    }
}
