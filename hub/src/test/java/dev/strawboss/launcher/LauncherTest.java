package dev.strawboss.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class LauncherTest {
    @TempDir Path directory;
    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(directory.toRealPath());
        checkout.environment("JAVA_HOME", checkout.jdk("jdk-25", "25.0.3").toString());
    }

    @Test
    void theFirstUseBuildsAndTheSecondDoesNot() throws Exception {
        assertThat(checkout.run("jobs", "a b").said())
                .contains("building…", "dev.strawboss.main.Main", "\na b\n");
        assertThat(checkout.run("jobs").said()).doesNotContain("building…");
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void aChangedSourceIsBuiltIntoAnotherDirectory() throws Exception {
        checkout.run("jobs");
        List<Path> before = installations();
        checkout.source("hub/src/main/java/Main.java");
        checkout.run("jobs");

        assertThat(checkout.builds()).isEqualTo(2);
        assertThat(installations()).hasSize(2).containsAll(before);
    }

    @Test
    void aRemovedSourceIsNoticed() throws Exception {
        Path old = checkout.source("hub/src/main/java/Old.java");
        checkout.run("jobs");
        Files.delete(old);
        checkout.run("jobs");

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void twoFirstUsesAtOnceBuildOnce() throws Exception {
        Path script = checkout.root().resolve("strawboss");
        var first = checkout.start(script, checkout.home(), "jobs");
        var second = checkout.start(script, checkout.home(), "jobs");

        assertThat(first.end().status()).isZero();
        assertThat(second.end().status()).isZero();
        assertThat(checkout.builds()).isEqualTo(1);
        assertThat(installations()).hasSize(1);
    }

    @Test
    void theLockOfADeadBuildIsTakenOver() throws Exception {
        Path lock = checkout.root().resolve("target/launcher/lock");
        Files.createDirectories(lock);
        Files.writeString(lock.resolve("pid"), "99999999\n");

        assertThat(checkout.run("jobs").status()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void aFailingBuildShowsTheEndOfItsLog() throws Exception {
        Files.writeString(checkout.home().resolve("broken"), "");
        Checkout.Run run = checkout.run("jobs");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said())
                .contains("it does not compile", "strawboss: the build failed; the whole log is");
        Files.delete(checkout.home().resolve("broken"));
        assertThat(checkout.run("jobs").status()).isZero();
    }

    @Test
    void itWorksThroughLinksAndFromAnywhere() throws Exception {
        Path bin = Files.createDirectories(checkout.home().resolve("bin"));
        Path link = Files.createSymbolicLink(bin.resolve("sb"), Path.of("../other"));
        Files.createSymbolicLink(
                checkout.home().resolve("other"), checkout.root().resolve("strawboss"));

        assertThat(checkout.start(link, Path.of("/"), "jobs").end().said())
                .contains("dev.strawboss.main.Main");
    }

    @Test
    void aJdkThatIsTooOldIsPassedOver() throws Exception {
        checkout.environment("JAVA_HOME", checkout.jdk("jdk-17", "17.0.15").toString());
        checkout.environment("JDK_HOME", checkout.jdk("jdk-25b", "25.0.1").toString());

        assertThat(checkout.run("jobs").said()).contains(directory.toRealPath() + "/jdk-25b\n");
    }

    @Test
    void theJdkOfLastTimeIsRememberedUntilItIsGone() throws Exception {
        checkout.environment("JAVA_HOME", "");
        Path found = checkout.jdk("home/.jdks/one", "25.0.3");
        checkout.environment("JDK_HOME", found.toString());
        checkout.run("jobs");
        Path other = checkout.jdk("jdk-25c", "25.0.4");
        checkout.environment("JDK_HOME", other.toString());
        assertThat(checkout.run("jobs").said()).startsWith(found + "\n");

        Files.delete(found.resolve("bin/javac"));
        assertThat(checkout.run("jobs").said()).contains(other + "\n");
    }

    @Test
    void anotherVersionOfTheJdkMakesAnotherInstallation() throws Exception {
        checkout.run("jobs");
        checkout.jdk("jdk-25", "25.0.4");
        checkout.run("jobs");

        assertThat(checkout.builds()).isEqualTo(1);
        assertThat(installations()).hasSize(2);
    }

    @Test
    void mcpIsTheBridge() throws Exception {
        assertThat(checkout.run("mcp", "--home", "/x").said())
                .contains("dev.strawboss.bridge.Bridge\n--home\n/x\n");
    }

    @Test
    void withoutAnyLocaleNamesAreUtf8() throws Exception {
        Path jdk = checkout.jdk("jdk-25", "25.0.3");
        Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\necho \"LC_ALL=${LC_ALL-none}\"\n");

        assertThat(checkout.run("jobs").said()).endsWith("LC_ALL=C.UTF-8\n");
        checkout.environment("LANG", "de_DE.UTF-8");
        assertThat(checkout.run("jobs").said()).isEqualTo("LC_ALL=none\n");
    }

    @Test
    void testIsMavenUnderThatJdk() throws Exception {
        assertThat(checkout.run("test", "real", "-o").said())
                .isEqualTo("JAVA_HOME=" + directory.toRealPath() + "/jdk-25\n");
        assertThat(checkout.home().resolve("builds"))
                .hasContent("-B verify -Dtest.groups=real -Dtest.forks=1 -o");
    }

    @Test
    void theHubsCommandStandsBesideTheFirstJar() throws Exception {
        checkout.run("jobs");
        Path installed = installations().getFirst();
        List<String> launch = Files.readAllLines(installed.resolve("launch"));

        assertThat(launch)
                .startsWith(directory.toRealPath() + "/jdk-25/bin/java")
                .endsWith("dev.strawboss.main.Main", "hub", "serve")
                .anyMatch(word -> word.startsWith(installed + "/strawboss-bridge.jar:"));
    }

    private List<Path> installations() throws IOException {
        try (var all = Files.list(checkout.home().resolve(".local/share/strawboss"))) {
            return all.toList();
        }
    }
}
