package dev.strawboss.jobs;

import dev.strawboss.config.Durations;
import dev.strawboss.placement.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a running job has printed so far, as far as that tells how it fares.
///
/// @param bytes of both streams
/// @param quiet since it printed last, or since it started; never longer than it runs
record Printing(Kind kind, long bytes, Duration quiet) {
    private static final Logger LOG = LoggerFactory.getLogger(Printing.class);

    /// A model may think for as long before it says something.
    private static final Duration SILENCE = Duration.ofMinutes(2);

    enum Kind {
        /// Its agent prints only at its end: that nothing comes says nothing.
        AT_ITS_END,
        NOTHING_YET,
        ACTIVE,
        /// Printed something, then nothing for two minutes.
        SILENT,
        /// Printed more than is kept from the beginning; the rest shows when it ends.
        PAST_THE_CAP;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Two looks at files, whatever they hold.
    static Printing of(Path attempt, Instant since, Instant now, boolean atItsEnd) {
        long bytes = 0;
        boolean full = false;
        Instant last = since;
        for (String stream : List.of("stdout", "stderr")) {
            Optional<BasicFileAttributes> file = attributes(attempt.resolve(stream));
            long size = file.map(BasicFileAttributes::size).orElse(0L);
            bytes += size;
            full |= size >= RunPlan.OUTPUT_HEAD;
            if (size > 0 && file.isPresent()) {
                Instant changed = file.get().lastModifiedTime().toInstant();
                last = changed.isAfter(last) ? changed : last;
            }
        }
        // a clock that was set back shows nothing of the future
        Duration quiet = last.isAfter(now) ? Duration.ZERO : Duration.between(last, now);
        return new Printing(kind(bytes, full, quiet, atItsEnd), bytes, quiet);
    }

    private static Kind kind(long bytes, boolean full, Duration quiet, boolean atItsEnd) {
        if (full) {
            return Kind.PAST_THE_CAP;
        }
        if (atItsEnd) {
            return Kind.AT_ITS_END;
        }
        if (bytes == 0) {
            return Kind.NOTHING_YET;
        }
        return quiet.compareTo(SILENCE) < 0 ? Kind.ACTIVE : Kind.SILENT;
    }

    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (NoSuchFileException nothingYet) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).addKeyValue("file", file).log("cannot be looked at");
            return Optional.empty();
        }
    }

    String sentence() {
        return switch (kind) {
            case AT_ITS_END -> "It prints only at its end: silence is normal.";
            case NOTHING_YET -> "It has printed nothing yet.";
            case ACTIVE -> "It printed last " + ago() + " ago, " + bytes + " bytes so far.";
            case SILENT -> "It fell silent " + ago() + " ago, after " + bytes + " bytes.";
            case PAST_THE_CAP -> "It has printed " + bytes + " bytes; later ones show at its end.";
        };
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", kind.wireName());
        json.put("bytes", bytes);
        json.put("quiet_seconds", quiet.toMillis() / 1000.0);
        return json;
    }

    private String ago() {
        return Durations.text(Duration.ofSeconds(quiet.toSeconds()));
    }
}
