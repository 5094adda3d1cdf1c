package dev.strawboss.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobPage;
import dev.strawboss.jobs.JobState;
import dev.strawboss.json.Json;
import dev.strawboss.mcp.ToolAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobAnswersTest {
    private static final int TEN_KB = 10 * 1024;

    @Test
    void aJobReadsWellInEveryState() throws IOException {
        StringBuilder texts = new StringBuilder();
        SampleJobs.states()
                .forEach((name, state) -> {
                    boolean over = state instanceof JobState.Finished && !name.equals("unknown");
                    Job job = SampleJobs.agent(state, over ? SampleJobs.work() : Map.of());
                    texts.append(one(job).text()).append('\n');
                });
        texts.append(
                        one(SampleJobs.command(
                                        succeeded(), SampleJobs.output(0, "ok 1\nok 2\n", "")))
                                .text())
                .append('\n');
        JobState failed =
                new JobState.Failed(
                        SampleJobs.ENDED,
                        ErrorCode.NONZERO_EXIT,
                        "The command ended with exit status 2: make: *** [test] Error 2");
        texts.append(
                one(SampleJobs.command(
                                failed,
                                SampleJobs.output(2, "not ok 1\n", "make: *** [test] Error 2\n")))
                        .text());
        Golden.check("job-texts.txt", texts.toString());
    }

    @Test
    void aListReadsWell() throws IOException {
        List<Job> jobs = new ArrayList<>();
        SampleJobs.states().values().forEach(state -> jobs.add(SampleJobs.agent(state, Map.of())));
        Golden.check("jobs-list.txt", list(jobs, true).text());
    }

    @Test
    void theJsonOfAJobKeepsItsNames() throws IOException {
        StringBuilder lines = new StringBuilder();
        SampleJobs.states()
                .forEach((name, state) -> {
                    boolean over = state instanceof JobState.Finished && !name.equals("unknown");
                    Job job = SampleJobs.agent(state, over ? SampleJobs.work() : Map.of());
                    lines.append(Json.write(one(job).structured())).append('\n');
                    lines.append(Json.write(list(List.of(job), false).structured())).append('\n');
                });
        Golden.check("job-json.txt", lines.toString());
    }

    @Test
    void tenThousandChangedFilesAreCountedAndSomeShown() {
        Map<String, Object> report = SampleJobs.work();
        report.put("changed_files", files(200));
        report.put("changed_files_total", 10_000L);
        ToolAnswer answer = one(SampleJobs.agent(succeeded(), report));
        assertSmall(answer);
        int shown = entries(answer.structured(), "changed_files");
        assertThat(shown).isBetween(5, 199);
        assertThat(answer.structured())
                .containsEntry("changed_files_total", 10_000L)
                .doesNotContainKey("changed_files_more");
        assertThat(answer.text())
                .contains("Changed files: 10000", "… and " + (10_000 - shown) + " more")
                .endsWith("`git merge strawboss/5xq5f5xnwc6p` in /home/ada/dates\n");
    }

    @Test
    void theRestOfALongTextBeginsAtItsCursor() {
        Map<String, Object> report = SampleJobs.work();
        String text = "word ".repeat(20_000);
        report.put("text", text);
        Map<String, Object> answer = one(SampleJobs.agent(succeeded(), report)).structured();
        int cursor = Integer.parseInt(String.valueOf(answer.get("text_cursor")));
        assertThat(answer.get("text")).isEqualTo(text.substring(0, cursor));
    }

    @Test
    void theEndOfTheOutputKeepsItsLines() {
        String output = "first\n" + "x".repeat(3_000) + "\nlast line\nvery last\n";
        ToolAnswer answer = one(SampleJobs.command(succeeded(), SampleJobs.output(0, output, "")));
        assertThat(answer.text()).contains("> last line\n> very last\n");
        assertThat((String) answer.structured().get("output")).endsWith("last line\nvery last\n");
    }

    @Test
    void whatIsLeftOutOfAListIsCounted() {
        Map<String, Object> report = SampleJobs.work();
        report.put("ignored_files", Collections.nCopies(100, "build/x".repeat(30)));
        report.put("warnings", List.of());
        Map<String, Object> answer = one(SampleJobs.agent(succeeded(), report)).structured();
        int shown = entries(answer, "ignored_files");
        assertThat(answer).containsEntry("ignored_files_more", 100L - shown);
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "\u202e",
                "\u200b",
                "\u001b[31mred\u001b[0m",
                "\"",
                "\\",
                "a\n",
                "\u0000",
                "\ud83d\ude00",
                "\ud800",
                "\u2028",
                "ü",
                "\u001b]0;title\u0007",
                "\r",
                "\t",
                "\ufe0f"
            })
    void anAnswerIsSmallAndHarmlessWhateverAJobPrinted(String piece) {
        String huge = piece.repeat(1_000_000 / piece.length());
        Map<String, Object> report = new LinkedHashMap<>(SampleJobs.work());
        report.putAll(SampleJobs.output(1, huge.substring(0, 2_048), huge.substring(0, 2_048)));
        for (String name : List.of("text", "session", "model", "branch", "patch", "isolation")) {
            report.put(name, huge);
        }
        report.put("warnings", Collections.nCopies(300, huge.substring(0, 10_000)));
        report.put("ignored_files", Collections.nCopies(100, huge.substring(0, 4_000)));
        report.put(
                "changed_files",
                Collections.nCopies(
                        200,
                        Map.of(
                                "path",
                                huge.substring(0, 4_000),
                                "status",
                                "added",
                                "added",
                                1L,
                                "removed",
                                0L)));
        report.put("usage", Map.of(huge.substring(0, 1_000), huge));
        JobState failed =
                new JobState.Failed(
                        SampleJobs.ENDED, ErrorCode.AGENT_CRASH, huge.substring(0, 5_000));
        for (int count : List.of(1, 2, 17, 100)) {
            List<Job> jobs = Collections.nCopies(count, SampleJobs.agent(failed, report));
            ToolAnswer answer =
                    JobAnswers.several(jobs, "head", Map.of("done", true), SampleJobs.NOW);
            assertSmall(answer);
            assertHarmless(answer.text());
            assertHarmless(Json.write(answer.structured()));
        }
        ToolAnswer one = one(SampleJobs.agent(failed, report));
        assertSmall(one);
        assertHarmless(one.text());
        assertSmall(list(Collections.nCopies(50, SampleJobs.agent(failed, report)), false));
    }

    @Test
    void oneHundredJobsKeepStateCodeAndReason() {
        JobState failed =
                new JobState.Failed(
                        SampleJobs.ENDED,
                        ErrorCode.NONZERO_EXIT,
                        "The command ended with exit status 2: make: *** [test] Error 2");
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            jobs.add(SampleJobs.agent(i % 5 == 0 ? failed : succeeded(), SampleJobs.work()));
        }
        ToolAnswer answer = JobAnswers.several(jobs, "", Map.of("done", true), SampleJobs.NOW);
        assertSmall(answer);
        assertThat((List<?>) answer.structured().get("jobs"))
                .hasSize(100)
                .allSatisfy(row ->
                        assertThat(((Map<?, ?>) row).keySet().toString())
                                .contains("job", "state", "code", "exit_status", "reason"));
        assertThat(answer.text().lines().filter(line -> line.contains("5xq5f5xnwc6p")))
                .hasSize(100);
        assertThat(answer.text()).contains("failed (nonzero_exit) The command ended with");
    }

    @Test
    void aListThatHasNoRoomSaysWhereItGoesOn() {
        List<Job> jobs = Collections.nCopies(50, SampleJobs.agent(succeeded(), Map.of()));
        ToolAnswer answer = list(jobs, false);
        assertSmall(answer);
        assertThat((List<?>) answer.structured().get("jobs")).hasSizeBetween(20, 49);
        assertThat(answer.structured()).containsEntry("before", 17L);
        assertThat(answer.text()).endsWith("Older ones: before 17 (50 in all)\n");
    }

    private static JobState succeeded() {
        return new JobState.Succeeded(SampleJobs.ENDED);
    }

    private static ToolAnswer one(Job job) {
        return JobAnswers.one(job, "The sentence that says why.", SampleJobs.NOW);
    }

    private static ToolAnswer list(List<Job> jobs, boolean more) {
        Optional<Long> older = more ? Optional.of(jobs.getLast().number()) : Optional.empty();
        JobPage.Total total = new JobPage.Total(more ? 1_000 : jobs.size(), !more);
        return JobAnswers.list(new JobPage(jobs, older, total, ""), SampleJobs.NOW);
    }

    private static int entries(Map<String, Object> answer, String name) {
        return answer.get(name) instanceof List<?> list ? list.size() : -1;
    }

    private static List<Object> files(int count) {
        List<Object> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(
                    Map.of(
                            "path",
                            "src/generated/deeply/nested/package/File" + i + ".java",
                            "status",
                            "added",
                            "added",
                            10L,
                            "removed",
                            0L));
        }
        return files;
    }

    private static void assertSmall(ToolAnswer answer) {
        assertThat(answer.text().getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(TEN_KB);
        assertThat(Json.writeBytes(answer.structured()).length).isLessThanOrEqualTo(TEN_KB);
    }

    private static void assertHarmless(String text) {
        assertThat(
                        text.codePoints()
                                .filter(point ->
                                        (Character.getType(point) == Character.FORMAT)
                                                || (point < ' ' && point != '\n' && point != '\t')
                                                || Character.getType(point) == Character.SURROGATE)
                                .toArray())
                .isEmpty();
    }
}
