package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import dev.strawboss.workspace.Workspaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Settings and workspaces on the command line, with a real hub.
@Timeout(180)
class WorkspaceCommandsTest {
    private Terminal terminal;
    private Path home;

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        terminal = new Terminal(temporary);
        home = temporary.resolve("home");
        terminal.agent("writer", "cat >prompt.txt; head -c 5000 /dev/zero >large; echo done");
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    void aSettingIsLiveALargeFileIsAnArtifactAndARemovedWorkspaceComesBack() throws Exception {
        assertThat(terminal.type("config", "set", "large_file", "4KB").text())
                .contains("large_file: 4 KB   (config.yaml)");
        assertThat(terminal.type("config", "explain", "large_file").text())
                .contains("line 2 says so, over its default, 50 MB");
        assertThat(terminal.type("config", "set", "slots", "none").status()).isEqualTo(78);
        assertThat(terminal.type("config").text()).contains("slots: ", "(default)");
        Path repository = terminal.repository("project");
        var done =
                terminal.type(
                        "dispatch",
                        "--agent",
                        "writer",
                        "--directory",
                        repository.toString(),
                        "--json",
                        "hello");
        assertThat(done.status()).as(done.err()).isZero();
        String job = String.valueOf(Json.parseObject(done.text()).get("job"));
        var listed = Json.parseObject(terminal.type("job", job, "--artifacts", "--json").text());
        assertThat(listed).containsEntry("path", "large").containsEntry("size", 5000L);
        assertThat(Path.of(String.valueOf(listed.get("file")))).hasSize(5000);
        assertThat(terminal.type("undelete", job).err()).contains("is there");
        Path kept = home.resolve("state/workspaces");
        assertThat(kept.resolve(job)).exists();
        new Workspaces(kept, System::getenv).remove(job);
        String directory = terminal.type("undelete", job).text().strip();
        assertThat(Path.of(directory, "prompt.txt")).hasContent("hello");
        assertThat(Path.of(directory, "large")).hasSize(5000);
        assertThat(Files.isDirectory(Path.of(directory))).isTrue();
        assertThat(terminal.type("config", "unset", "large_file").text()).contains("50 MB");
        assertThat(List.of(terminal.type("undelete", job).status())).doesNotContain(0);
    }
}
