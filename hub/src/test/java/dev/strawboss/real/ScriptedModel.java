package dev.strawboss.real;

import dev.strawboss.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// `fixtures/scripted-llm.mjs` as a process: a model that does what the prompt's script says, for
/// real agent CLIs.
public final class ScriptedModel implements AutoCloseable {
    private final Process process;
    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public ScriptedModel() throws IOException {
        process =
                new ProcessBuilder(
                                "node",
                                Path.of("src/test/fixtures/scripted-llm.mjs")
                                        .toAbsolutePath()
                                        .toString(),
                                "--port",
                                "0")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the scripted model did not start");
        }
        address = String.valueOf(Json.parseObject(line).get("listening"));
    }

    /// Its base URL, without `/v1`.
    public String address() {
        return address;
    }

    /// The requests so far, as JSON text, and forgets them.
    public String log() throws IOException, InterruptedException {
        String log = send(HttpRequest.newBuilder(URI.create(address + "/__log")).GET().build());
        var _ =
                send(
                        HttpRequest.newBuilder(URI.create(address + "/__reset"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build());
        return log;
    }

    /// A prompt that makes the model take the steps.
    public static String prompt(String text, List<Object> steps) {
        return text + " <<script " + Json.write(steps) + ">>";
    }

    @Override
    public void close() {
        process.destroy();
        client.close();
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
