package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real command line, in a home where nothing ever ran.
@Tag("real")
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpstreamsByHandTest {
    @TempDir Path directory;

    @Test
    void serversAreAddedListedTriedAndTakenOverWithoutAHub() throws Exception {
        try (Terminal terminal = new Terminal(directory)) {
            var kept =
                    terminal.type(
                            "s3cret-value\n".getBytes(StandardCharsets.UTF_8),
                            "secret",
                            "set",
                            "THE_KEY");
            assertThat(kept.status()).as(kept.err()).isZero();
            var added =
                    terminal.type(
                            "upstreams",
                            "add",
                            "good",
                            "--env",
                            "KEY=secret:THE_KEY",
                            "--",
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.strawboss.upstream.HostileServer",
                            "plain");
            assertThat(added.status()).as(added.err()).isZero();
            var tried = terminal.type("upstreams", "test", "good", "--json");
            assertThat(tried.status()).as(tried.err()).isZero();
            assertThat(tried.text())
                    .contains("\"name\":\"good\"", "\"era\":\"legacy\"", "\"tools\":[");
            Path file =
                    Files.writeString(
                            directory.resolve("work/mcp.json"),
                            "{\"mcp\": {\"other\": {\"type\": \"remote\", \"url\": \"https://a.example/mcp\"}}}");
            var copied = terminal.type("import-servers", file.toString());
            assertThat(copied.status()).as(copied.err()).isZero();
            var listed = terminal.type("upstreams", "list", "--json");
            assertThat(listed.text().lines())
                    .hasSize(2)
                    .allMatch(line -> line.contains("\"state\":\"on\""));
            var failed = terminal.type("upstreams", "test", "nobody", "--json");
            assertThat(failed.status()).isEqualTo(3);
            assertThat(failed.text()).contains("unknown_upstream");
        }
    }
}
