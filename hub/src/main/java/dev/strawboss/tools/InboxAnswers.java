package dev.strawboss.tools;

import dev.strawboss.jobs.Ending;
import dev.strawboss.jobs.Inbox;
import dev.strawboss.jobs.Question;
import dev.strawboss.jobs.Questions;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.ToolAnswer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `jobs` tool's view of finished jobs in the order in which they ended.
final class InboxAnswers {
    /// What the `jobs` tool takes for it.
    static final List<Parameter> PARAMETERS =
            List.of(
                    Parameter.choice(
                            "inbox",
                            "Finished jobs by when they ended: unseen (nobody looked), all, or failures after cursor"
                                    + " `since`.",
                            List.of("unseen", "all", "failures")),
                    Parameter.integer("since", "For failures: `cursor` of the last answer."),
                    Parameter.bool("mark_seen", "Count what is shown as seen."));

    /// Bytes for what jobs ask, and how many questions at most.
    private static final int ASKED = 2_000;

    private static final int MOST_ASKED = 20;

    private final Inbox inbox;
    private final Questions questions;
    private final Clock clock;

    InboxAnswers(Inbox inbox, Questions questions, Clock clock) {
        this.inbox = inbox;
        this.questions = questions;
        this.clock = clock;
    }

    /// Empty if the caller does not want the inbox.
    Optional<ToolAnswer> of(Arguments arguments, int limit) {
        Optional<String> what = arguments.string("inbox");
        if (what.isEmpty()) {
            if (arguments.integer("since").isPresent() || arguments.bool("mark_seen")) {
                throw arguments.invalid("since and mark_seen go with inbox.");
            }
            return Optional.empty();
        }
        boolean failures = what.get().equals("failures");
        Inbox.Page page =
                failures
                        ? inbox.failures(arguments.integer("since").orElse(0L), limit)
                        : inbox.newest(
                                what.get().equals("unseen"), arguments.integer("before"), limit);
        return Optional.of(answer(page, failures, arguments.bool("mark_seen")));
    }

    private ToolAnswer answer(Inbox.Page page, boolean failures, boolean markSeen) {
        List<Ending> shown = new ArrayList<>();
        List<Object> rows = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int room = JobAnswers.LIMIT - 200 - (failures ? 0 : ASKED);
        for (Ending ending : page.endings()) {
            Map<String, Object> row = row(ending);
            room -= Fitted.bytes(row) + 1;
            if (room < 0) {
                break;
            }
            shown.add(ending);
            rows.add(row);
            text.append(JobText.line(row)).append('\n');
        }
        if (markSeen) {
            inbox.markSeen(shown);
        }
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put("jobs", rows);
        if (!failures) {
            asked(text, structured);
        }
        boolean more = page.more() || shown.size() < page.endings().size();
        if (shown.isEmpty()) {
            text.append(failures ? "No failures since then.\n" : "There are no such jobs.\n");
        }
        if (failures) {
            long cursor = more && !shown.isEmpty() ? shown.getLast().cursor() : page.cursor();
            structured.put("cursor", cursor);
            structured.put("more", more);
            text.append(more ? "More: since " : "Later ones: since ").append(cursor).append('\n');
        } else if (more && !shown.isEmpty()) {
            structured.put("before", shown.getLast().cursor());
            text.append("Older ones: before ").append(shown.getLast().cursor()).append('\n');
        }
        return new ToolAnswer(text.toString(), structured, false);
    }

    /// What nobody has answered yet, of all jobs.
    private void asked(StringBuilder text, Map<String, Object> structured) {
        List<Question> open = questions.open();
        List<Object> rows = new ArrayList<>();
        int room = ASKED;
        for (Question question : open) {
            Map<String, Object> row = NoticingTool.row(question.job(), question);
            room -= Fitted.bytes(row) + 1;
            if (room < 0 || rows.size() == MOST_ASKED) {
                break;
            }
            rows.add(row);
            text.append("Asks: ").append(NoticingTool.line(question.job(), question)).append('\n');
        }
        if (!rows.isEmpty()) {
            structured.put("asking", rows);
            structured.put("asking_total", (long) open.size());
            text.append("Answer: strawboss reply JOB ANSWER (tool reply)\n");
        }
    }

    private Map<String, Object> row(Ending ending) {
        Map<String, @Nullable Object> row = JobEnvelope.row(ending.job(), clock.instant());
        row.put("cursor", ending.cursor());
        row.put("seen", ending.seen());
        return JobAnswers.json(row);
    }
}
