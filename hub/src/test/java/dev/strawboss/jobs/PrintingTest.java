package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.placement.RunPlan;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintingTest {
    private static final Instant STARTED = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant NOW = STARTED.plusSeconds(600);

    @TempDir Path attempt;

    @Test
    void aJobThatHasPrintedNothingIsNotCalledSilent() throws IOException {
        assertThat(look(NOW, false).kind()).isEqualTo(Printing.Kind.NOTHING_YET);
        Files.createFile(attempt.resolve("stdout"));
        Printing printing = look(NOW, false);
        assertThat(printing.kind()).isEqualTo(Printing.Kind.NOTHING_YET);
        assertThat(printing.quiet()).isEqualTo(Duration.ofMinutes(10));
        assertThat(printing.sentence()).isEqualTo("It has printed nothing yet.");
    }

    @Test
    void whatWasPrintedLastOnEitherStreamCounts() throws IOException {
        printed("stdout", "12345", NOW.minusSeconds(300));
        assertThat(look(NOW, false).kind()).isEqualTo(Printing.Kind.SILENT);
        assertThat(look(NOW, false).sentence()).isEqualTo("It fell silent 5m ago, after 5 bytes.");
        printed("stderr", "678", NOW.minusSeconds(10));
        assertThat(look(NOW, false))
                .isEqualTo(new Printing(Printing.Kind.ACTIVE, 8, Duration.ofSeconds(10)));
    }

    @Test
    void anAgentThatPrintsAtItsEndIsNeverCalledSilent() throws IOException {
        assertThat(look(NOW, true).sentence()).contains("silence is normal");
        printed("stderr", "a warning", NOW.minusSeconds(300));
        assertThat(look(NOW, true).kind()).isEqualTo(Printing.Kind.AT_ITS_END);
    }

    @Test
    void aClockThatJumpsMakesNoNonsense() throws IOException {
        printed("stdout", "x", NOW);
        assertThat(look(STARTED.minusSeconds(86_400), false).quiet()).isZero();
        printed("stdout", "x", STARTED.minusSeconds(86_400));
        assertThat(look(NOW, false).quiet()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void pastTheCapNobodyKnowsWhetherItIsSilent() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(attempt.resolve("stdout").toFile(), "rw")) {
            file.setLength(RunPlan.OUTPUT_HEAD);
        }
        assertThat(look(NOW.plusSeconds(100_000_000), false).kind())
                .isEqualTo(Printing.Kind.PAST_THE_CAP);
    }

    private Printing look(Instant now, boolean atItsEnd) {
        return Printing.of(attempt, STARTED, now, atItsEnd);
    }

    private void printed(String stream, String text, Instant at) throws IOException {
        Path file = Files.writeString(attempt.resolve(stream), text);
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
