package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.bridge.Home;
import dev.strawboss.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubEnvironmentTest {
    @TempDir Path directory;

    @Test
    void theKeptValuesAreServedUntilTheLoginShellHasAnsweredAgain() throws Exception {
        keep("KEY=old\0PATH=/bin\0");
        profile("export KEY=new");
        HubEnvironment environment = environment("/bin/sh");

        assertThat(environment.get()).containsEntry("KEY", "old");
        environment.renew();
        assertThat(environment.get()).containsEntry("KEY", "new");
        assertThat(environment("/bin/false").get()).containsEntry("KEY", "new");
    }

    @Test
    void aLoginShellThatNoLongerWorksChangesNothing() throws Exception {
        keep("KEY=old\0PATH=/bin\0");
        HubEnvironment environment = environment("/bin/false");
        environment.renew();

        assertThat(environment.get()).containsEntry("KEY", "old");
    }

    private HubEnvironment environment(String shell) throws IOException {
        Home home = Home.of(directory);
        return new HubEnvironment(
                home,
                new Configuration(home.configuration(), List.of()),
                Map.of("HOME", directory.toString(), "SHELL", shell));
    }

    private void keep(String values) throws IOException {
        Path state = Files.createDirectories(Home.of(directory).state());
        Files.writeString(state.resolve("environment"), values);
    }

    private void profile(String script) throws IOException {
        Files.writeString(directory.resolve(".profile"), script);
    }
}
