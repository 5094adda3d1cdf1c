package dev.strawboss.egress;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Key;
import dev.strawboss.config.Section;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.Grant;
import dev.strawboss.sandbox.Network;
import dev.strawboss.sandbox.Profile;
import dev.strawboss.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Confines commands and gives them their way out: the gate, and the forwarder that leads to it.
public final class WayOut {
    /// What confined jobs may reach.
    public static final Key<List<String>> HOSTS =
            new Key<>(
                    "egress",
                    "Hosts that confined jobs may reach, such as *.npmjs.org or 127.0.0.1:11434; open:"
                            + " all public ones.",
                    List.of(),
                    WayOut::hosts);

    private final Sandbox sandbox;
    private final Egress egress;
    private final Configuration configuration;
    private final Forwarder forwarder;

    public WayOut(
            Sandbox sandbox, Egress egress, Configuration configuration, Forwarder forwarder) {
        this.sandbox = sandbox;
        this.egress = egress;
        this.configuration = configuration;
        this.forwarder = forwarder;
    }

    /// What a job has to reach, whatever is configured.
    ///
    /// @param providers through the hub, which has their keys
    /// @param hosts as the setting names them
    public record Needs(List<Provider> providers, List<String> hosts) {
        public static final Needs NOTHING = new Needs(List.of(), List.of());

        public Needs {
            providers = List.copyOf(providers);
            hosts = List.copyOf(hosts);
        }
    }

    /// As [Sandbox#confine], with a gate where the profile does not give the machine's own network
    /// and there is something to be reached.
    public RunPlan confine(
            String job, Demand demand, Profile profile, RunPlan plan, Needs needs, Path attempt)
            throws InterruptedException {
        Rules rules = rules(needs.hosts());
        boolean nothing = rules instanceof Rules.None && needs.providers().isEmpty();
        if (demand == Demand.OFF || profile.network() == Network.OPEN || nothing) {
            return sandbox.confine(demand, profile, plan, attempt);
        }
        Profile reaching = profile.network(Network.LISTED);
        for (Path need : forwarder.needs()) {
            reaching = reaching.with(Grant.readable(need));
        }
        boolean leads = false;
        try {
            Path gate = egress.open(job, rules, needs.providers());
            RunPlan routed = routed(plan);
            RunPlan confined =
                    sandbox.confine(
                            demand,
                            reaching.with(new Grant(gate, Inside.DIRECTORY, false)),
                            routed,
                            attempt);
            leads = !confined.equals(routed);
            return leads ? confined : plan; // what nothing confines has the machine's network
        } finally {
            if (!leads) {
                egress.end(job);
            }
        }
    }

    private Rules rules(List<String> needed) {
        Rules configured = Rules.of(configuration.value(HOSTS));
        if (needed.isEmpty() || configured instanceof Rules.Open) {
            return configured;
        }
        List<String> words = new ArrayList<>(needed);
        if (configured instanceof Rules.Listed) {
            words.addAll(configured.words());
        }
        return Rules.of(words);
    }

    private RunPlan routed(RunPlan plan) {
        Map<String, String> environment = new HashMap<>(plan.environment());
        environment.putAll(Inside.environment());
        return plan.confined(
                forwarder.before(plan.command()),
                plan.directory(),
                environment,
                plan.confinement());
    }

    /// Whether the hub has the key of a model's provider in the job's place; until [#end].
    public boolean keepsKey(String job) {
        return egress.keepsKey(job);
    }

    /// What was refused, for the job's report.
    public Map<String, Object> report(String job) {
        Map<String, Object> refused = new LinkedHashMap<>();
        egress.refused(job).forEach((host, times) -> refused.put(host, (long) times));
        return refused.isEmpty() ? Map.of() : Map.of("egress_refused", refused);
    }

    /// To be called when an attempt has ended. Repeatable.
    public void end(String job) {
        egress.end(job);
    }

    private static List<String> hosts(Section section, String key) {
        List<String> words = section.strings(key);
        try {
            var _ = Rules.of(words);
            return words;
        } catch (StrawbossException bad) {
            throw section.invalid("wants " + key + " to be hosts: " + bad.getMessage());
        }
    }
}
