package dev.strawboss.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A model that follows the script in the prompt: `fixtures/scripted-llm.mjs` on a free port.
public final class ScriptedModel implements AutoCloseable {
    private final Process node;
    private final String url;
    private final Path log;

    private ScriptedModel(Process node, String url, Path log) {
        this.node = node;
        this.url = url;
        this.log = log;
    }

    /// @param directory for its log; is made
    public static ScriptedModel start(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path portFile = directory.resolve("port");
        Path log = directory.resolve("requests.jsonl");
        Process node =
                new ProcessBuilder(
                                "node",
                                Path.of("src/test/fixtures/scripted-llm.mjs")
                                        .toAbsolutePath()
                                        .toString(),
                                "--port",
                                "0",
                                "--port-file",
                                portFile.toString(),
                                "--log",
                                log.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("out").toFile())
                        .start();
        for (int i = 0; i < 500 && node.isAlive(); i++) {
            if (Files.exists(portFile) && !Files.readString(portFile).isBlank()) {
                String port = Files.readString(portFile).strip();
                return new ScriptedModel(node, "http://127.0.0.1:" + port, log);
            }
            Thread.sleep(20);
        }
        node.destroyForcibly();
        throw new IOException(
                "the scripted model did not start: " + Files.readString(directory.resolve("out")));
    }

    public String url() {
        return url;
    }

    /// One JSON object a line for every request it got.
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        node.destroy();
        try {
            if (!node.waitFor(5, TimeUnit.SECONDS)) {
                node.destroyForcibly();
            }
        } catch (InterruptedException e) {
            node.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
