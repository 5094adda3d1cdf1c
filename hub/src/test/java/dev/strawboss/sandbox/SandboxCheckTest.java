package dev.strawboss.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.placement.LocalPlacement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All attempts to break out, as root and as an ordinary user.
class SandboxCheckTest {
    @TempDir Path ground;

    @Test
    @Tag("real") // some 170 processes, one after another
    void everyAttemptIsRefusedButWhatNeedsControlGroups() throws Exception {
        Here.confinedOrSkipped(ground.resolve("state"));
        LocalPlacement placement = new LocalPlacement(ground);
        List<SandboxCheck.Result> results = new ArrayList<>();
        new SandboxCheck(Files.createDirectories(ground.resolve("check")), placement)
                .run(results::add);
        assertThat(results).allMatch(SandboxCheck.Result::good);
        Set<String> withGroups = placement.bounds();
        Set<String> unbounded = new HashSet<>(Set.of("memory", "cpu"));
        unbounded.removeAll(withGroups);
        assertThat(unpromised(results, "bubblewrap")).isSubsetOf(unbounded);
        assertThat(results)
                .filteredOn(result -> result.mechanism().equals("bubblewrap"))
                .hasSizeGreaterThan(80);
        unbounded.addAll(
                Set.of(
                        "sees_no_files",
                        "sees_no_processes",
                        "process_count",
                        "temporary_space",
                        "privileges"));
        assertThat(unpromised(results, "landlock")).isSubsetOf(unbounded);
    }

    private static Set<String> unpromised(List<SandboxCheck.Result> results, String mechanism) {
        return results.stream()
                .filter(result -> result.mechanism().equals(mechanism) && !result.promised())
                .map(SandboxCheck.Result::promise)
                .collect(Collectors.toSet());
    }

    /// Else what is refused inside might only be misspelt.
    @Test
    void theHarmlessAttemptsSucceedOutside() throws Exception {
        List<String> failed = new SandboxCheck(ground, new LocalPlacement(ground)).withoutSandbox();
        assertThat(failed).isEmpty();
        assertThat(Escape.all().stream().filter(Escape::harmless)).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void everyPromiseIsTried() {
        assertThat(Escape.all().stream().map(Escape::promise)).contains(Promise.values());
        assertThat(Escape.all().stream().map(Escape::name)).doesNotHaveDuplicates();
    }
}
