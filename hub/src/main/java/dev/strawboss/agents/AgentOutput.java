package dev.strawboss.agents;

import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import dev.strawboss.placement.Exit;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What one attempt wrote, as its runner left it: `stdout`, and where that was too long
/// `stdout.tail`; the same for `stderr`. Read in a stream, so that memory is bounded whatever an
/// agent writes.
///
/// @param directory the attempt's
record AgentOutput(Path directory, Exit exit) {
    // An event that says how a run ended is far shorter; of longer ones only the fact is needed.
    private static final int LONGEST_LINE = 4 << 20;

    /// Hands over every line that is a JSON object. Others (noise, a line cut in the middle, one
    /// over 4 MB) are passed over.
    void events(Consumer<Map<String, Object>> consumer) throws IOException {
        try (InputStream in = open("stdout")) {
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

    /// The last bytes of a stream as text; bytes that are not UTF-8 become U+FFFD.
    String tail(String stream, int limit) throws IOException {
        Path tail = directory.resolve(stream + ".tail");
        Path file = Files.exists(tail) && Files.size(tail) > 0 ? tail : directory.resolve(stream);
        return Files.exists(file) ? last(file, limit) : "";
    }

    /// The first bytes of a stream as text.
    String head(String stream, int limit) throws IOException {
        Path file = directory.resolve(stream);
        if (!Files.exists(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(limit), StandardCharsets.UTF_8);
        }
    }

    /// How many bytes of a stream were kept.
    long size(String stream) throws IOException {
        long size = 0;
        for (Path file : files(stream)) {
            size += Files.size(file);
        }
        return size;
    }

    private static String last(Path file, int limit) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(limit, access.length());
            byte[] bytes = new byte[length];
            access.seek(access.length() - length);
            access.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private InputStream open(String stream) throws IOException {
        List<InputStream> parts = new ArrayList<>();
        for (Path file : files(stream)) {
            parts.add(new BufferedInputStream(Files.newInputStream(file)));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private List<Path> files(String stream) {
        return List.of(directory.resolve(stream), directory.resolve(stream + ".tail")).stream()
                .filter(Files::exists)
                .toList();
    }

    /// The line being read.
    private static final class Line {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean tooLong;

        void append(byte[] block, int from, int to) {
            if (bytes.size() + to - from > LONGEST_LINE) {
                tooLong = true;
                bytes.reset();
            } else if (!tooLong) {
                bytes.write(block, from, to - from);
            }
        }

        void end(Consumer<Map<String, Object>> consumer) {
            byte[] line = bytes.toByteArray();
            boolean whole = !tooLong;
            bytes.reset();
            tooLong = false;
            if (whole && line.length > 1 && line[0] == '{') {
                try {
                    consumer.accept(Json.parseObject(line));
                } catch (JsonException _) { // noise that only looks like an event
                    return;
                }
            }
        }
    }
}
