package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.launcher.TestJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the hub offers besides its usual tools, through real bridges in both eras: resources,
/// prompts, completions, toolsets, tasks, and forms for what jobs ask people.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferTest {
    private static final Map<String, Object> FORMS = Map.of("elicitation", Map.of());

    private Site site;
    private String ask = "";

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        site = Site.real(directory.resolve("site"));
        site.configure("slots: 4\n");
        ask = TestJvm.commandLine() + " ask";
    }

    @AfterAll
    void close() throws IOException {
        site.close();
    }

    @Test
    void aSessionSwitchesItsToolsetsAndIsToldThatTheListHasChanged() throws Exception {
        try (Talk mine = legacy("mine", Map.of());
                Talk other = legacy("other", Map.of())) {
            assertThat(names(mine.ask("tools/list", Map.of()), "tools"))
                    .containsExactly(
                            "dispatch", "run", "wait", "job", "jobs", "reply", "stop", "setup");
            mine.tool("setup", Map.of("what", "toolsets", "action", "save", "name", "operate"));
            mine.awaits("notifications/tools/list_changed");
            assertThat(names(mine.ask("tools/list", Map.of()), "tools"))
                    .contains("control", "cleanup", "clients");
            assertThat(names(other.ask("tools/list", Map.of()), "tools")).doesNotContain("control");
            mine.tool("setup", Map.of("what", "toolsets", "action", "remove", "name", "operate"));
            assertThat(names(mine.ask("tools/list", Map.of()), "tools")).doesNotContain("control");
        }
    }

    @Test
    void theConfigurationShowsAToolsetToWhoeverIsConnected(@TempDir Path directory)
            throws Exception {
        try (Site own = Site.real(directory);
                Talk talk = legacy(own, "mine", Map.of())) {
            assertThat(names(talk.ask("tools/list", Map.of()), "tools")).doesNotContain("control");
            own.configure("toolsets: [operate]\n");
            talk.awaits("notifications/tools/list_changed");
            assertThat(names(talk.ask("tools/list", Map.of()), "tools")).contains("control");
        }
    }

    @Test
    void whoIsConnectedIsSaid() throws Exception {
        try (Talk one = legacy("first-client", FORMS);
                Talk two = modern("second-client", Map.of())) {
            one.tool("setup", Map.of("what", "projects"));
            two.tool("run", Caller.command("true"));
            String all = two.tool("clients", Map.of("connected", true)).toString();
            assertThat(all)
                    .contains(
                            "first-client",
                            "second-client",
                            "legacy",
                            "modern",
                            "elicitation",
                            "connected");
        }
    }

    @Test
    void aJobIsAResourceThatCanBeWatched() throws Exception {
        try (Talk talk = legacy("reader", Map.of())) {
            Map<String, Object> ran =
                    talk.tool("run", Caller.command("echo words; echo more >&2; sleep 3"));
            String uri = "strawboss://jobs/" + ran.get("job");
            talk.ask("resources/subscribe", Map.of("uri", uri));
            assertThat(talk.ask("resources/list", Map.of()).toString()).contains(uri);
            assertThat(talk.ask("resources/templates/list", Map.of()).toString())
                    .contains("strawboss://jobs/{job}/log", "strawboss://jobs/{job}/diff");
            talk.awaits("notifications/resources/updated");
            talk.tool("wait", Map.of("jobs", List.of(String.valueOf(ran.get("job")))));
            assertThat(talk.ask("resources/read", Map.of("uri", uri)).toString())
                    .contains("Job " + ran.get("job") + " succeeded");
            assertThat(talk.ask("resources/read", Map.of("uri", uri + "/log")).toString())
                    .contains("words", "more");
            assertThat(talk.ask("resources/read", Map.of("uri", uri + "/diff")).toString())
                    .contains("has no diff");
            assertThat(talk.raw("resources/read", Map.of("uri", uri + "x")))
                    .extractingByKey("error")
                    .asString()
                    .contains("There is no resource");
            talk.awaits("notifications/resources/list_changed");
        }
    }

    @Test
    void waitTellsHowFarItIsInBothEras() throws Exception {
        try (Talk old = legacy("old", Map.of());
                Talk recent = modern("new", Map.of())) {
            for (Talk talk : List.of(old, recent)) {
                String job = String.valueOf(talk.tool("run", Caller.command("sleep 1")).get("job"));
                Map<String, Object> wait = new LinkedHashMap<>();
                wait.put("name", "wait");
                wait.put("arguments", Map.of("jobs", List.of(job)));
                wait.put("_meta", Map.of("progressToken", "how far"));
                talk.ask("tools/call", wait);
                assertThat(talk.awaits("notifications/progress").toString())
                        .contains("progressToken=how far", job + " is ");
            }
        }
    }

    @Test
    void promptsNameTheRealToolsAndTheirArgumentsAreCompleted() throws Exception {
        try (Talk talk = legacy("person", Map.of())) {
            String job = String.valueOf(talk.tool("run", Caller.command("true")).get("job"));
            assertThat(names(talk.ask("prompts/list", Map.of()), "prompts"))
                    .containsExactly("delegate", "review", "fan-out", "digest");
            List<String> tools = names(talk.ask("tools/list", Map.of()), "tools");
            for (String prompt : List.of("delegate", "review", "fan-out", "digest")) {
                String words =
                        talk.ask(
                                        "prompts/get",
                                        Map.of(
                                                "name",
                                                prompt,
                                                "arguments",
                                                Map.of("task", "Fix the dates.", "job", job)))
                                .toString();
                assertThat(tools).anyMatch(words::contains);
            }
            assertThat(
                            talk.ask(
                                            "completion/complete",
                                            Map.of(
                                                    "ref",
                                                    Map.of("type", "ref/prompt", "name", "review"),
                                                    "argument",
                                                    Map.of(
                                                            "name",
                                                            "job",
                                                            "value",
                                                            job.substring(0, 6))))
                                    .toString())
                    .contains(job);
        }
    }

    @Test
    void aJobIsATaskForAClientThatTakesTasksAndWhatItAsksIsTheTasksInput() throws Exception {
        Map<String, Object> takesTasks =
                Map.of("extensions", Map.of("io.modelcontextprotocol/tasks", Map.of()));
        try (Talk talk = modern("tasker", takesTasks)) {
            Map<String, Object> begun =
                    talk.ask(
                            "tools/call",
                            Map.of(
                                    "name",
                                    "run",
                                    "arguments",
                                    Caller.command(ask + " 'Which port?'")));
            assertThat(begun).containsEntry("resultType", "task");
            String id = String.valueOf(begun.get("taskId"));
            Map<String, Object> task = begun;
            while (!"input_required".equals(task.get("status"))) {
                assertThat(task).containsEntry("status", "working");
                task = talk.ask("tasks/get", Map.of("taskId", id));
                Thread.sleep(50);
            }
            assertThat(task.toString()).contains("Which port?", "elicitation/create");
            talk.ask(
                    "tasks/update",
                    Map.of(
                            "taskId",
                            id,
                            "inputResponses",
                            Map.of(
                                    "question-1",
                                    Map.of(
                                            "action",
                                            "accept",
                                            "content",
                                            Map.of("answer", "8080")))));
            while (!"completed".equals(task.get("status"))) {
                task = talk.ask("tasks/get", Map.of("taskId", id));
                Thread.sleep(50);
            }
            assertThat(task.toString()).contains("8080");
            assertThat(talk.tool("setup", Map.of("what", "projects")).toString())
                    .as("the task's end has been told")
                    .doesNotContain(id);
        }
    }

    @Test
    void waitShowsAFormForWhatIsAskedOfAPersonWhereTheClientHasForms() throws Exception {
        try (Talk talk = legacy("formal", FORMS)) {
            String job = askingPerson(talk);
            talk.send(
                    "tools/call",
                    Map.of("name", "wait", "arguments", Map.of("jobs", List.of(job))));
            Map<String, Object> form = talk.awaits("elicitation/create");
            assertThat(form.toString()).contains("Delete it?", "answer");
            talk.answer(
                    form, Map.of("action", "accept", "content", Map.of("answer", "yes, delete")));
            Map<String, Object> waited = talk.result();
            assertThat(waited.toString()).contains("succeeded", "yes, delete");
        }
    }

    @Test
    void theSameInTheEraWithoutRequestsToTheClientAndARefusedFormIsShownOnce() throws Exception {
        try (Talk talk = modern("formal", FORMS)) {
            String job = askingPerson(talk);
            Map<String, Object> wait =
                    Map.of("name", "wait", "arguments", Map.of("jobs", List.of(job)));
            Map<String, Object> first = talk.ask("tools/call", wait);
            assertThat(first).containsEntry("resultType", "input_required");
            assertThat(first.toString()).contains("Delete it?");
            Map<String, Object> refused = round(talk, wait, first, Map.of("action", "decline"));
            assertThat(refused).as("shown as text now").containsEntry("resultType", "complete");
            assertThat(refused.toString()).contains("ask your user");
            Map<String, Object> again =
                    talk.ask(
                            "tools/call",
                            Map.of(
                                    "name",
                                    "wait",
                                    "arguments",
                                    Map.of("jobs", List.of(job), "seconds", 0L)));
            assertThat(again).containsEntry("resultType", "complete");
            talk.tool("reply", Map.of("job", job, "answer", "no"));
        }
    }

    private static Map<String, Object> round(
            Talk talk,
            Map<String, Object> call,
            Map<String, Object> asked,
            Map<String, Object> answer)
            throws IOException {
        Map<?, ?> requests = (Map<?, ?>) asked.getOrDefault("inputRequests", Map.of());
        Map<String, Object> params = new LinkedHashMap<>(call);
        params.put("requestState", String.valueOf(asked.get("requestState")));
        params.put(
                "inputResponses",
                Map.of(String.valueOf(requests.keySet().iterator().next()), answer));
        return talk.ask("tools/call", params);
    }

    private String askingPerson(Talk talk) throws IOException {
        String job =
                String.valueOf(
                        talk.tool("run", Caller.command(ask + " 'Delete it?' --person"))
                                .get("job"));
        while (!"input".equals(talk.tool("job", Map.of("job", job)).get("waiting_for"))) {
            Thread.onSpinWait();
        }
        return job;
    }

    private Talk legacy(String name, Map<String, Object> capabilities) throws IOException {
        return legacy(site, name, capabilities);
    }

    private static Talk legacy(Site site, String name, Map<String, Object> capabilities)
            throws IOException {
        Talk talk = new Talk(site.bridge(), Map.of());
        talk.ask(
                "initialize",
                Map.of(
                        "protocolVersion",
                        "2025-11-25",
                        "clientInfo",
                        Map.of("name", name, "version", "1"),
                        "capabilities",
                        capabilities));
        return talk;
    }

    private Talk modern(String name, Map<String, Object> capabilities) throws IOException {
        Map<String, Object> meta = new LinkedHashMap<>(Wire.meta(name));
        meta.put("io.modelcontextprotocol/clientCapabilities", capabilities);
        return new Talk(site.bridge(), meta);
    }

    private static List<String> names(Map<String, Object> result, String list) {
        return ((List<?>) result.getOrDefault(list, List.of()))
                .stream().map(row -> String.valueOf(((Map<?, ?>) row).get("name"))).toList();
    }
}
