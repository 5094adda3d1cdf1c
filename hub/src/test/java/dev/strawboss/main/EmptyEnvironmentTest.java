package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real hub, started by a bridge that has no environment at all, not even a locale. The names
/// with an umlaut are made by a shell: this test's own JVM may have no locale either.
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmptyEnvironmentTest {
    private static final String MAKE =
            """
            mkdir "$(printf 'Gr\\303\\274\\303\\237e')" && cd Gr*e && git init -q && printf x >"$(printf '\\303\\244')" &&
            git add . && git -c user.name=a -c user.email=a@b commit -q -m "$(printf '\\303\\266')"
            """;

    @TempDir Path directory;

    @Test
    void aRepositoryWithUmlautsInItsPathIsWorkedOn() throws Exception {
        assertThat(
                        new ProcessBuilder("/bin/sh", "-ec", MAKE)
                                .directory(directory.toFile())
                                .start()
                                .waitFor())
                .isZero();
        try (Site site = Site.real(directory.resolve("home"))) {
            List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i"));
            command.addAll(site.bridgeCommand());
            Process bare = new ProcessBuilder(command).start();
            try (Wire wire = new Wire(bare.getInputStream(), bare.getOutputStream(), bare)) {
                wire.send(
                        Wire.modern(
                                1,
                                "run",
                                Map.of(
                                        "directory",
                                        directory + "/Grüße",
                                        "workspace",
                                        "worktree",
                                        "command",
                                        List.of("/bin/sh", "-c", "cat ä; echo y >'ö'; pwd"))));
                String job = String.valueOf(structured(wire).get("job"));
                wire.send(Wire.modern(2, "wait", Map.of("jobs", List.of(job), "seconds", 40)));
                assertThat(Json.write(structured(wire)))
                        .contains("\"state\":\"succeeded\"", "Grüße", "\"path\":\"ö\"");
            }
            assertThat(bare.waitFor()).isZero();
        }
    }

    private static Map<?, ?> structured(Wire wire) throws IOException {
        Map<String, Object> answer = wire.require();
        assertThat(answer).containsKey("result");
        Map<?, ?> result = (Map<?, ?>) Objects.requireNonNull(answer.get("result"));
        assertThat(result.get("isError")).as(Json.write(answer)).isNull();
        return (Map<?, ?>) Objects.requireNonNull(result.get("structuredContent"));
    }
}
