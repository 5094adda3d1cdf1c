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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `fixtures/scripted-llm.mjs` as a process: a model that does what the prompt's script says, for
/// real agent CLIs.
public final class ScriptedModel implements AutoCloseable {
    private final Process process;
    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public ScriptedModel() throws IOException {
        this(List.of());
    }

    /// @param requests the directory where every request is kept whole
    ScriptedModel(Path requests) throws IOException {
        this(List.of("--dump", requests.toString()));
    }

    private ScriptedModel(List<String> options) throws IOException {
        Path script = Path.of("src/test/fixtures/scripted-llm.mjs").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("node", script.toString(), "--port", "0"));
        command.addAll(options);
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
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

    /// What one worker asked so far, in order: the requests that its steps answered.
    List<Map<String, Object>> asked(String worker) throws IOException, InterruptedException {
        String log = send(HttpRequest.newBuilder(URI.create(address + "/__log")).GET().build());
        List<Map<String, Object>> asked = new ArrayList<>();
        for (Object entry : list(Json.parse(log))) {
            @SuppressWarnings("unchecked") // an object of JSON
            Map<String, Object> request = (Map<String, Object>) entry;
            if (request.containsKey("step")
                    && String.valueOf(request.get("path")).startsWith("/s/" + worker + "/")) {
                asked.add(request);
            }
        }
        return asked;
    }

    static List<?> list(@Nullable Object json) {
        return json instanceof List<?> list ? list : List.of();
    }

    /// What the model does for a worker whose prompt holds no script.
    void script(String worker, List<Object> steps) throws IOException, InterruptedException {
        var _ =
                send(
                        HttpRequest.newBuilder(URI.create(address + "/__script?name=" + worker))
                                .POST(HttpRequest.BodyPublishers.ofString(Json.write(steps)))
                                .build());
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
