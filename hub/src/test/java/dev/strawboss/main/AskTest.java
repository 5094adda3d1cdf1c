package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.launcher.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Jobs that ask: `strawboss ask` inside real jobs, answered through real bridges and the real
/// command line.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AskTest {
    @TempDir Path directory;
    private Site site;
    private String ask = "";

    @BeforeEach
    void open() throws IOException {
        site = Site.real(directory.resolve("site"));
        site.configure("slots: 4\n");
        ask = TestJvm.commandLine() + " ask";
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void waitReturnsWhenAJobAsksAndTheJobGoesOnWithTheReply() throws Exception {
        try (Caller caller = site.caller("one")) {
            String job =
                    caller.run(
                            ask
                                    + " 'Delete the cache?' -o yes -o no --reason 'It is old.'"
                                    + " && echo the end");
            Map<String, Object> asking = asks(caller, job);
            assertThat(asking)
                    .containsEntry("state", "waiting")
                    .containsEntry("waiting_for", "input");
            assertThat((List<?>) asking.get("questions"))
                    .singleElement()
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("question", 1L)
                    .containsEntry("text", "Delete the cache?")
                    .containsEntry("reason", "It is old.")
                    .containsEntry("options", List.of("yes", "no"))
                    .containsEntry("for", "orchestrator");
            assertThat(String.valueOf(asking.get("state"))).isEqualTo("waiting");
            assertThat(caller.complaint("reply", Map.of("job", job, "answer", "maybe")))
                    .contains("one of: yes, no");
            assertThat(Caller.soon(caller.call("reply", Map.of("job", job, "answer", "Yes"))))
                    .containsEntry("answer", "yes")
                    .containsEntry("by", "one");
            assertThat(caller.complaint("reply", Map.of("job", job, "answer", "no")))
                    .contains("question_closed", "answered by one", "\"yes\"");
            assertThat(caller.finished(job))
                    .containsEntry("state", "succeeded")
                    .containsEntry("output", "yes\nthe end\n");
        }
    }

    @Test
    void aQuestionThatNobodyAnswersEndsOneWaitOnlyAndIsTheNewsOfOtherAnswers() throws Exception {
        try (Caller caller = site.caller("one")) {
            String job = caller.run(ask + " 'Which port?' --person");
            Map<String, Object> idle = Map.of("what", "projects");
            Object told = null;
            while (told == null) {
                told = Caller.soon(caller.call("setup", idle)).get("asked_meanwhile");
            }
            assertThat(told.toString()).contains(job, "Which port?", "for=person");
            asks(caller, job);
            CompletableFuture<Map<String, Object>> wait =
                    caller.call("wait", Map.of("jobs", List.of(job), "seconds", 50L));
            assertThat(Caller.soon(caller.call("setup", idle)))
                    .doesNotContainKey("asked_meanwhile");
            assertThat(Caller.soon(caller.call("jobs", Map.of("inbox", "unseen"))).toString())
                    .contains("Which port?");
            assertThat(wait).as("a second wait goes on").isNotDone();
            Caller.soon(caller.call("reply", Map.of("job", job, "answer", "8080")));
            assertThat(Caller.soon(wait)).containsEntry("done", true);
        }
    }

    @Test
    void aQuestionSurvivesTheDeathsOfHubsAndIsAskedOnce() throws Exception {
        try (Caller caller = site.caller("one")) {
            Path answer = directory.resolve("answer");
            String job = caller.run(ask + " 'Go on?' >'" + answer + "'");
            asks(caller, job);
            site.kill();
            asks(caller, job);
            site.kill();
            Caller.soon(caller.call("reply", Map.of("job", job, "answer", "to the end")));
            site.kill();
            assertThat(caller.finished(job)).containsEntry("state", "succeeded");
            assertThat(Files.readString(answer)).isEqualTo("to the end\n");
            assertThat(caller.complaint("reply", Map.of("job", job, "question", 2L, "answer", "x")))
                    .as("it asked once")
                    .contains("has asked no question 2");
        }
    }

    @Test
    void withoutAnAnswerTheDefaultIsTakenOrItEndsWith124AndAStopEndsIt() throws Exception {
        try (Caller caller = site.caller("one")) {
            String taken = caller.run(ask + " 'Go on?' -o yes -o no -t 1s --default no --json");
            String none = caller.run(ask + " 'Go on?' -t 1s");
            String stopped = caller.run(ask + " 'Go on?'");
            assertThat(caller.finished(taken))
                    .containsEntry("state", "succeeded")
                    .extractingByKey("output")
                    .asString()
                    .contains("\"answer\":\"no\"", "\"by\":\"default\"");
            assertThat(caller.finished(none)).containsEntry("exit_status", 124L);
            asks(caller, stopped);
            Caller.soon(caller.call("stop", Map.of("jobs", List.of(stopped))));
            assertThat(caller.finished(stopped)).containsEntry("state", "cancelled");
            assertThat(caller.complaint("reply", Map.of("job", stopped, "answer", "x")))
                    .contains("was withdrawn", "stopped by one");
        }
    }

    @Test
    void whatAWorkerScrubbedFromTheEnvironmentIsFoundInItsParents() throws Exception {
        try (Caller caller = site.caller("one")) {
            String job = caller.run("env -i HOME=/nowhere " + ask + " 'Go on?'; :");
            asks(caller, job);
            Caller.soon(caller.call("reply", Map.of("job", job, "answer", "yes")));
            assertThat(caller.finished(job)).containsEntry("output", "yes\n");
        }
    }

    @Test
    void theCommandLineSaysWhatIsAskedAnswersItAndRefusesToAskOutsideOfAJob() throws Exception {
        try (Terminal terminal = new Terminal(directory.resolve("terminal"))) {
            var outside = terminal.type("ask", "Hello?");
            assertThat(outside.status()).isEqualTo(2);
            assertThat(outside.err()).contains("works only inside a job");
            String job =
                    terminal.type(
                                    "run",
                                    "-d",
                                    "--json",
                                    "--",
                                    "sh",
                                    "-c",
                                    ask + " 'Which port?' -o 80 -o 8080")
                            .text()
                            .replaceAll("(?s).*\"job\":\"(\\w{12})\".*", "$1");
            String why = "";
            while (!why.contains("Asks:")) {
                why = terminal.type("why", job).text();
            }
            assertThat(why)
                    .contains("\"Which port?\" (80, 8080)", "strawboss reply " + job + " ANSWER");
            assertThat(terminal.type("inbox").err()).contains(job + " question 1: Which port?");
            assertThat(terminal.type("jobs").text()).contains("waiting").contains("asks");
            Path err = directory.resolve("waited");
            Process waiting =
                    terminal.start(
                            Path.of("/dev/null"), directory.resolve("out"), err, "wait", job);
            while (!Files.readString(err).contains("strawboss reply " + job + " ANSWER")) {
                assertThat(waiting.isAlive()).isTrue();
                Thread.sleep(20);
            }
            assertThat(terminal.type("reply", job, "x", "80").status()).isEqualTo(2);
            assertThat(terminal.type("reply", job, "1", "8080").text()).contains("answered: 8080");
            assertThat(waiting.waitFor()).isZero();
            assertThat(terminal.type("reply", job, "80").status()).isEqualTo(4);
        }
    }

    /// Waits until the job asks; the job as `wait` shows it.
    private static Map<String, Object> asks(Caller caller, String job) {
        while (true) {
            Map<String, Object> answer =
                    Caller.soon(caller.call("wait", Map.of("jobs", List.of(job), "seconds", 2L)));
            if (answer.containsKey("asking")) {
                assertThat(answer).containsEntry("done", false);
                return Caller.first(answer);
            }
            assertThat(answer).containsEntry("done", false);
        }
    }
}
