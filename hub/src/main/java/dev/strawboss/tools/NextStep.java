package dev.strawboss.tools;

import java.util.Map;

/// What a reader of a job can do now, in the words of both the tools and the command line.
final class NextStep {
    private NextStep() {}

    static String of(Map<String, ?> job) {
        String id = String.valueOf(job.get("job"));
        String state = String.valueOf(job.get("state"));
        if ("paused".equals(job.get("waiting_for"))) {
            return "Next: let it go on (tool control of toolset operate, action resume, or `strawboss resume "
                    + id
                    + "`).\n";
        }
        if ("input".equals(job.get("waiting_for"))) {
            return QuestionText.next(job, id);
        }
        return switch (state) {
            case "queued", "waiting", "preparing", "running", "verifying" ->
                    "Next: wait for it (tool wait, or `strawboss wait " + id + "`).\n";
            case "succeeded" -> changed(job) ? "Next: " + review(job, id) : output(job, id);
            case "unknown" ->
                    output(job, id)
                            + "It may have done part of its work; look before you start it again.\n";
            default ->
                    output(job, id)
                            + (changed(job) ? "What it changed is kept: " + review(job, id) : "");
        };
    }

    private static boolean changed(Map<String, ?> job) {
        return job.get("changed_files_total") instanceof Number total && total.longValue() > 0;
    }

    private static String review(Map<String, ?> job, String id) {
        String look =
                "review the changes (tool job with view diff, or `strawboss job "
                        + id
                        + " --diff`)";
        boolean apart =
                "worktree".equals(job.get("isolation")) || "clone".equals(job.get("isolation"));
        boolean onBranch = apart && job.get("branch") != null;
        return onBranch
                ? look
                        + ", then take them: `git merge "
                        + job.get("branch")
                        + "` in "
                        + job.get("directory")
                        + "\n"
                : look + ". They are in the directory itself.\n";
    }

    private static String output(Map<String, ?> job, String id) {
        if (job.get("started_at") == null || shownWhole(job)) {
            return "";
        }
        return "Next: read all of its output (tool job with view log, or `strawboss logs "
                + id
                + "`).\n";
    }

    private static boolean shownWhole(Map<String, ?> job) {
        return whole(job, "output", "stdout_bytes")
                && whole(job, "error_output", "stderr_bytes")
                && job.get("text_cursor") == null
                && (job.get("stdout_bytes") != null || "succeeded".equals(job.get("state")));
    }

    private static boolean whole(Map<String, ?> job, String shown, String bytes) {
        return !(job.get(bytes) instanceof Number all)
                || (job.get(shown) instanceof String text && Excerpt.size(text) >= all.longValue());
    }
}
