package dev.strawboss.tools;

import dev.strawboss.jobs.JobFilter;
import dev.strawboss.jobs.JobFilter.Facet;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Clients;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says who is connected, and who was since the hub started.
final class ClientsTool implements Tool {
    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "clients",
                    "Who is connected",
                    "The clients of this hub: connected now first, then those seen since it started; name, version,"
                            + " protocol, capabilities, transport, since, last call, calls, and how many jobs clients of that"
                            + " name have dispatched.",
                    List.of(Parameter.bool("connected", "Only those connected now.")),
                    ToolDescription.Effect.READ,
                    Map.of());

    private final Clients clients;
    private final Jobs jobs;

    ClientsTool(Clients clients, Jobs jobs) {
        this.clients = clients;
        this.jobs = jobs;
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) {
        List<Object> rows = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Map<String, Long> dispatched = new HashMap<>();
        int left = 0;
        int room = JobAnswers.LIMIT - 200;
        for (Clients.Seen seen : clients.all()) {
            if (arguments.bool("connected") && !seen.connected()) {
                continue;
            }
            long jobsOfIt = dispatched.computeIfAbsent(seen.client().name(), this::dispatched);
            Map<String, Object> row = row(seen, jobsOfIt);
            room -= Fitted.bytes(row) + 1;
            if (room < 0) {
                left++;
                continue;
            }
            rows.add(row);
            text.append(line(row)).append('\n');
        }
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put("clients", rows);
        if (left > 0) {
            structured.put("more", (long) left);
            text.append(left).append(" more.\n");
        }
        if (rows.isEmpty()) {
            text.append("Nobody.\n");
        }
        return new ToolAnswer(text.toString(), structured, false);
    }

    /// Archived jobs do not count.
    private long dispatched(String client) {
        Map<Facet, String> facets = new EnumMap<>(Facet.class);
        facets.put(Facet.CLIENT, client);
        JobFilter filter =
                new JobFilter(
                        Set.of(),
                        facets,
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        return jobs.history().list(filter, Optional.empty(), 1).total().jobs();
    }

    private static Map<String, Object> row(Clients.Seen seen, long dispatched) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("client", PlainText.line(seen.client().name(), 80));
        row.put("version", PlainText.line(seen.client().version(), 40));
        row.put("connected", seen.connected());
        row.put("era", seen.client().modern() ? "modern" : "legacy");
        row.put("protocol", seen.client().revision());
        row.put(
                "capabilities",
                seen.client().capabilities().keySet().stream()
                        .map(name -> PlainText.line(name, 40))
                        .limit(20)
                        .sorted()
                        .toList());
        row.put("transport", seen.transport());
        row.put("principal", PlainText.line(seen.principal(), 80));
        row.put("session", PlainText.line(seen.session(), 80));
        row.put("since", seen.since().truncatedTo(ChronoUnit.SECONDS).toString());
        row.put("last_call", seen.last().truncatedTo(ChronoUnit.SECONDS).toString());
        row.put("calls", seen.calls());
        row.put("jobs", dispatched);
        return row;
    }

    private static String line(Map<String, Object> row) {
        return row.get("client")
                + " "
                + row.get("version")
                + (Boolean.TRUE.equals(row.get("connected")) ? "  connected" : "  gone")
                + " by "
                + row.get("transport")
                + ", protocol "
                + row.get("protocol")
                + ", since "
                + row.get("since")
                + ", last call "
                + row.get("last_call")
                + ", "
                + row.get("calls")
                + " calls, "
                + row.get("jobs")
                + " jobs";
    }
}
