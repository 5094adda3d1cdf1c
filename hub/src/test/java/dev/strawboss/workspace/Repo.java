package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A person's or a worker's git, with nothing switched off.
record Repo(Path path) {
    static Repo create(Path path) throws Exception {
        Files.createDirectories(path);
        Repo repo = new Repo(path);
        repo.git("init", "-q", "-b", "main");
        repo.write("a.txt", "one\ntwo\nthree\n");
        repo.write("src/b.txt", "b\n");
        repo.write(".gitignore", "ignored/\n*.log\n");
        repo.commit("start");
        return repo;
    }

    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        return environment;
    }

    String git(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "git",
                                "-c",
                                "user.name=Someone",
                                "-c",
                                "user.email=someone@localhost",
                                "-c",
                                "protocol.file.allow=always"));
        command.addAll(List.of(words));
        return run(command.toArray(String[]::new));
    }

    String run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(path.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(() -> List.of(command) + ": " + out).isZero();
        return out.strip();
    }

    void sh(String script) throws Exception {
        run("sh", "-euc", script);
    }

    void write(String name, String text) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void commit(String message) throws Exception {
        git("add", "-A");
        git("commit", "-q", "-m", message);
    }
}
