package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One run of the command line: the hub behind it, and the terminal before it.
///
/// @param clients makes a client; the hub is started when it first calls
/// @param in what `-` reads
/// @param directory where relative paths begin
public record Session(
        Supplier<HubClient> clients,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path directory) {

    /// Calls one tool.
    HubClient.Reply call(String tool, Map<String, Object> arguments) throws InterruptedException {
        try (HubClient client = clients.get()) {
            return client.call(tool, arguments, ProgressListener.NONE);
        }
    }

    /// Prints an answer: its text, or with `json` the objects of `list` (of the answer itself if
    /// null), one a line.
    void print(HubClient.Reply reply, boolean json, @Nullable String list) {
        if (!json) {
            out.print(reply.text());
            if (!reply.text().endsWith("\n")) {
                out.println();
            }
        } else if (list == null) {
            out.println(Json.write(reply.structured()));
        } else if (reply.structured().get(list) instanceof List<?> rows) {
            rows.forEach(row -> out.println(Json.write(row)));
        }
        out.flush();
    }

    /// Something worth telling while work goes on: to standard error, which is nobody's data.
    public void tell(String line) {
        err.println("strawboss: " + line);
        err.flush();
    }

    /// @throws ReaderGone if nobody reads it
    void write(OutputStream stream, byte[] bytes) throws IOException {
        stream.write(bytes);
        stream.flush();
        if (stream instanceof PrintStream print && print.checkError()) {
            throw new ReaderGone();
        }
    }
}
