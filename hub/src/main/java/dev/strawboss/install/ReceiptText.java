package dev.strawboss.install;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Says to a person what was done to which file.
record ReceiptText(PrintWriter out) {
    static ReceiptText of(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return new ReceiptText(spec.commandLine().getOut());
    }

    void print(Receipt receipt) {
        switch (receipt) {
            case Receipt.Unchanged(var client, var file) ->
                    line(client, "nothing to do, " + file + " is as it should be");
            case Receipt.Planned(var client, var file, var entry, var added) -> {
                line(client, (added ? "would put into " : "would take out of ") + file + ":");
                entry.lines().forEach(line -> out.println("    " + (added ? "+ " : "- ") + line));
            }
            case Receipt.Changed(var client, var file, var backup, var added) -> {
                line(client, (added ? "registered in " : "taken out of ") + file);
                backup.ifPresent(kept -> line("", "the file as it was: " + kept));
            }
        }
        out.flush();
    }

    /// What the person can do now.
    void next(List<String> clients) {
        out.println();
        out.println(
                "New sessions of "
                        + String.join(" and ", clients)
                        + " now have the tools dispatch, run, wait, job, jobs, stop and setup.");
        out.println("Try in one of them, inside a git repository:");
        out.println("    Use strawboss to dispatch \"add a .editorconfig\", wait, show the diff.");
        out.flush();
    }

    private void line(String client, String sentence) {
        out.printf("%-10s%s%n", client, sentence);
    }
}
