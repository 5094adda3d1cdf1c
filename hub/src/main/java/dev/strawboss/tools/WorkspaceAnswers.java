package dev.strawboss.tools;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.workspace.Restored;
import dev.strawboss.workspace.WorkspaceSize;
import dev.strawboss.workspace.Workspaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the setup tool does with the workspaces of finished jobs.
final class WorkspaceAnswers {
    private final Jobs jobs;
    private final Workspaces workspaces;

    WorkspaceAnswers(Jobs jobs, Workspaces workspaces) {
        this.jobs = jobs;
        this.workspaces = workspaces;
    }

    List<Object> rows(String action, Arguments arguments, String name) throws InterruptedException {
        return switch (action) {
            case "list" -> workspaces.sizes().stream().map(WorkspaceAnswers::row).toList();
            case "remove" -> List.of(removed(finished(name)));
            case "undelete" -> List.of(restored(finished(name)));
            default -> throw arguments.invalid("workspaces has list, remove and undelete.");
        };
    }

    private String finished(String name) {
        Job job = jobs.require(name);
        if (!job.finished()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "Job "
                            + job.id()
                            + " is "
                            + job.state().wireName()
                            + " and uses its workspace.",
                    "strawboss wait " + job.id());
        }
        return job.id().value();
    }

    private Object removed(String job) throws InterruptedException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", job);
        row.put("told", workspaces.remove(job));
        return row;
    }

    private Object restored(String job) throws InterruptedException {
        Restored restored = workspaces.undelete(job);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", job);
        row.put("directory", restored.workspace().directory().toString());
        restored.workspace().branch().ifPresent(branch -> row.put("branch", branch));
        row.put("told", restored.told());
        return row;
    }

    private static Object row(WorkspaceSize size) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", size.job());
        row.put("removed", size.removed());
        row.put("bytes", size.bytes());
        return row;
    }
}
