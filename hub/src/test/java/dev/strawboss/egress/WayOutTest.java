package dev.strawboss.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.config.Configuration;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.Profile;
import dev.strawboss.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WayOutTest {
    @TempDir Path ground;

    @Test
    void whatCannotBeConfinedLeavesNoGateOpen() throws Exception {
        Path work = Files.createDirectories(ground.resolve("work"));
        Path config = Files.createDirectories(ground.resolve("config"));
        try (Egress egress = new Egress(ground.resolve("egress"), _ -> Optional.empty())) {
            WayOut out =
                    new WayOut(
                            new Sandbox(ground.resolve("sandbox"), Set.of()),
                            egress,
                            new Configuration(config, List.of()),
                            Forwarder.of(
                                    Optional.of(Path.of("/usr/bin/perl")),
                                    Path.of("/no"),
                                    Path.of("/no")));
            RunPlan plan =
                    new RunPlan(
                            List.of("/bin/true"),
                            work,
                            Map.of(),
                            Optional.empty(),
                            Duration.ofSeconds(9),
                            RunPlan.OUTPUT_HEAD,
                            RunPlan.OUTPUT_TAIL);
            WayOut.Needs needs = new WayOut.Needs(List.of(), List.of("127.0.0.1:9"));
            assertThatThrownBy(() ->
                            out.confine(
                                    "j1",
                                    Demand.REQUIRED,
                                    Profile.agent(work),
                                    plan,
                                    needs,
                                    Files.createFile(ground.resolve("file")).resolve("1")))
                    .isInstanceOf(RuntimeException.class);
            assertThat(ground.resolve("egress/j1")).doesNotExist();
        }
    }
}
