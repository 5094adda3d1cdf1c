package dev.strawboss.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutablesTest {
    @TempDir Path home;

    @Test
    void aProgramIsFoundOnThePathOrWhereItsNameSays() throws Exception {
        Path tool = Files.createFile(home.resolve("tool"));
        Path text = Files.createFile(home.resolve("text"));
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment =
                Map.of("HOME", home.toString(), "PATH", ":relative:/no/such:" + home);

        for (String name : new String[] {"tool", "~/tool", tool.toString()}) {
            assertThat(Executables.find(name, environment)).contains(tool);
        }
        for (String name : new String[] {"text", text.toString(), "./tool", "to\0ol", "none"}) {
            assertThat(Executables.find(name, environment)).isEmpty();
        }
        assertThat(Executables.find("tool", Map.of())).isEmpty();
    }
}
