package dev.strawboss.agents;

import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What one attempt wrote and how it ended. Read in a stream, so that memory is bounded whatever an
/// agent writes.
record AgentOutput(RunOutput stdout, RunOutput stderr, Exit exit) {
    // An event that says how a run ended is far shorter; of longer ones only the fact is needed.
    private static final int LONGEST_LINE = 4 << 20;

    /// Hands over every line that is a JSON object. Others (noise, a line cut in the middle, one
    /// over 4 MB) are passed over.
    void events(Consumer<Map<String, Object>> consumer) throws IOException {
        try (InputStream in = stdout.open()) {
            Line line = new Line();
            byte[] block = new byte[65_536];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                int start = 0;
                for (int i = 0; i < read; i++) {
                    if (block[i] == '\n') {
                        line.append(block, start, i);
                        line.end(consumer);
                        start = i + 1;
                    }
                }
                line.append(block, start, read);
            }
            line.end(consumer);
        }
    }

    /// The line being read.
    private static final class Line {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean tooLong;

        void append(byte[] block, int from, int to) {
            if (bytes.size() + to - from > LONGEST_LINE) {
                tooLong = true;
            }
            if (!tooLong) {
                bytes.write(block, from, to - from);
            }
        }

        void end(Consumer<Map<String, Object>> consumer) {
            byte[] line = tooLong ? new byte[0] : bytes.toByteArray();
            bytes.reset();
            tooLong = false;
            if (line.length > 1 && line[0] == '{') {
                object(line).ifPresent(consumer);
            }
        }

        private static Optional<Map<String, Object>> object(byte[] line) {
            try {
                return Optional.of(Json.parseObject(line));
            } catch (JsonException _) { // noise that only looks like an event
                return Optional.empty();
            }
        }
    }
}
