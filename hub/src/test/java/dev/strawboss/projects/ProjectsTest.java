package dev.strawboss.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.config.Configuration;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.sandbox.Demand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsTest {
    @TempDir Path directory;
    private Path code;
    private Projects projects;

    @BeforeEach
    void register() throws Exception {
        projects = new Projects(new Configuration(directory.resolve("config"), List.of()));
        code = Files.createDirectories(directory.resolve("a b's \"code\""));
        projects.save("shop", Map.of("path", code.toString(), "agent", "claude"));
        projects.save("blog", Map.of("path", directory.toString(), "tags", List.of("web")));
    }

    @Test
    void aProjectIsKeptInAFileOfItsOwn() {
        assertThat(projects.require("shop").path()).isEqualTo(code);
        assertThat(projects.require("shop").agent()).contains("claude");
        assertThat(projects.require("blog").tags()).containsExactly("web");
        assertThat(directory.resolve("config/projects.d/shop.yaml")).exists();
        assertThat(directory.resolve("config/config.yaml")).doesNotExist();
    }

    @Test
    void anUnknownProjectIsRefusedWithTheNearest() {
        refused(ErrorCode.UNKNOWN_PROJECT, "Did you mean shop?", () -> projects.require("shp"));
        refused(
                ErrorCode.UNKNOWN_PROJECT,
                "Did you mean shop?",
                () -> projects.resolve("shp", directory));
        refused(ErrorCode.UNKNOWN_PROJECT, "no project", () -> projects.remove("../config"));
    }

    @Test
    void aTargetIsANameOrADirectory() throws Exception {
        assertThat(projects.resolve("shop", directory).directory()).isEqualTo(code);
        assertThat(projects.resolve(".", code).directory()).isEqualTo(code);
        assertThat(projects.resolve(".", code).project().map(Project::name)).contains("shop");
        Path dashed = Files.createDirectory(directory.resolve("-rf"));
        assertThat(projects.resolve("-rf", directory).directory()).isEqualTo(dashed);
        assertThat(projects.resolve("./-rf", directory).project()).isEmpty();
    }

    @Test
    void theNarrowestDemandOfAllProjectsAroundADirectoryCounts() throws Exception {
        Path below = Files.createDirectories(code.resolve("src/main"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), code);
        Path sibling = Files.createDirectory(directory.resolve("a b's \"code\"2"));
        assertThat(projects.sandbox(below)).isEqualTo(Demand.OFF);
        projects.save("blog", Map.of("path", directory.toString(), "sandbox", "best"));
        projects.save("again", Map.of("path", link.toString(), "sandbox", "required"));
        for (Path way : List.of(code, below, link, link.resolve("src"), code.resolve("../link"))) {
            assertThat(projects.sandbox(way)).isEqualTo(Demand.REQUIRED);
        }
        assertThat(projects.sandbox(sibling)).isEqualTo(Demand.BEST);
        assertThat(projects.sandbox(Path.of("/"))).isEqualTo(Demand.OFF);
    }

    @Test
    void nothingIsAssumedOfAProjectThatCannotBeRead() throws Exception {
        Path file = directory.resolve("config/projects.d/shop.yaml");
        for (String unknown : List.of("path: [", "sandbox: required\n", "path: relative\n")) {
            Files.writeString(file, unknown);
            refused(
                    ErrorCode.CONFIGURATION,
                    "projects.d/shop.yaml",
                    () -> projects.sandbox(directory));
        }
        Files.writeString(file, "path: " + code + "\nsandbox: requird\n");
        refused(ErrorCode.CONFIGURATION, "Did you mean required?", () -> projects.sandbox(code));
        assertThat(projects.sandbox(directory)).isEqualTo(Demand.OFF);
    }

    @Test
    void anUnknownDirectoryIsRefusedWithTheNearest() throws Exception {
        Files.createDirectory(directory.resolve("service"));
        Files.writeString(directory.resolve("file"), "");
        refused(
                ErrorCode.UNKNOWN_DIRECTORY,
                "Did you mean " + directory.resolve("service") + "?",
                () -> projects.resolve("./servcie", directory));
        refused(
                ErrorCode.UNKNOWN_DIRECTORY,
                "is not a directory",
                () -> projects.resolve("./file", directory));
        refused(ErrorCode.INVALID_INPUT, "NUL", () -> projects.resolve("a\0b", directory));
        refused(ErrorCode.INVALID_INPUT, "needs a name", () -> projects.resolve("", directory));
        refused(
                ErrorCode.UNKNOWN_DIRECTORY,
                "There is no directory",
                () -> projects.save("gone", Map.of("path", "/does/not/exist")));
    }

    @Test
    void aProjectWhoseDirectoryIsGoneIsRefused() throws Exception {
        Files.delete(code);
        refused(
                ErrorCode.UNKNOWN_DIRECTORY,
                "There is no directory",
                () -> projects.resolve("shop", directory));
    }

    @Test
    void aBrokenFileConcernsItsProjectOnly() throws Exception {
        Files.writeString(directory.resolve("config/projects.d/shop.yaml"), "pth: /x\n");
        assertThat(projects.list()).extracting(Project::name).containsExactly("blog");
        assertThat(projects.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.sentence()).contains("Did you mean path?"));
        refused(ErrorCode.CONFIGURATION, "unknown key", () -> projects.require("shop"));
        refused(
                ErrorCode.CONFIGURATION,
                "wants path to be absolute",
                () -> projects.save("x", Map.of("path", "relative")));
    }

    @Test
    void peopleOrderTheirProjects() {
        projects.save("zoo", Map.of("path", directory.toString()));
        assertThat(projects.list())
                .extracting(Project::name)
                .containsExactly("blog", "shop", "zoo");
        projects.move("zoo", 1);
        projects.move("blog", 99);
        assertThat(projects.list())
                .extracting(Project::name)
                .containsExactly("zoo", "shop", "blog");
        projects.remove("shop");
        assertThat(projects.find("shop")).isEmpty();
    }

    private static void refused(ErrorCode code, String part, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining(part)
                .isInstanceOfSatisfying(
                        StrawbossException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
