package dev.strawboss.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {
    @TempDir Path directory;

    @Test
    void aPathThatIsNotAsciiBringsItsLocaleAlong() throws Exception {
        Files.write(directory.resolve("launch-bridge"), List.of("/jdk/bin/java", "Bridge"));

        assertThat(command("plain")).startsWith("/jdk/bin/java", "Bridge", "--state");
        assertThat(command("größe"))
                .startsWith("/usr/bin/env", "LC_ALL=C.UTF-8", "/jdk/bin/java", "Bridge");
    }

    private List<String> command(String home) throws Exception {
        Launch launch = new Launch(directory.resolve("launch"));
        return Registration.command(launch, Home.of(Path.of("/" + home)));
    }
}
