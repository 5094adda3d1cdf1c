package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.sandbox.Here;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A person left everything open but one project: a model gets no job into it that is open.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectSandboxTest {
    private Site site;
    private Caller model;
    private Path project;
    private Path work;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        Here.confinedOrSkipped(directory.resolve("here"));
        site = Site.real(directory.resolve("site"));
        work = Files.createDirectories(directory.resolve("work"));
        project = Files.createDirectory(work.resolve("project"));
        Files.createDirectories(project.resolve("src"));
        Files.createSymbolicLink(directory.resolve("link"), work);
        Path files = Files.createDirectories(site.home.configuration().resolve("projects.d"));
        Files.writeString(
                files.resolve("held.yaml"), "path: " + project + "\nsandbox: required\norder: 9\n");
        Files.writeString(files.resolve("again.yaml"), "path: " + project + "\norder: 1\n");
        model = site.caller("model");
    }

    @AfterAll
    void close() throws Exception {
        if (site != null) {
            model.close();
            site.close();
        }
    }

    @Test
    void everyWayIntoAProjectIsConfined() {
        Path link = work.resolveSibling("link/project");
        for (Path way : new Path[] {project, project.resolve("src"), link, link.resolve("src")}) {
            assertThat(sandbox("directory", way.toString())).isEqualTo("bubblewrap");
        }
        assertThat(sandbox("project", "held")).isEqualTo("bubblewrap");
        assertThat(sandbox("project", "again")).isEqualTo("bubblewrap");
        assertThat(sandbox("directory", work.toString())).isNotEqualTo("bubblewrap");
    }

    private String sandbox(String key, String value) {
        Map<String, Object> asked = Map.of("script", "true", key, value);
        String job = String.valueOf(Caller.soon(model.call("run", asked)).get("job"));
        return String.valueOf(model.finished(job).get("sandbox"));
    }
}
