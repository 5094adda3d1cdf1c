package dev.strawboss.sandbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which directories no job is given, though somebody asks for them.
class BreadthTest {
    @TempDir Path temporary;
    private Path home;
    private Path state;
    private Path attempt;
    private Breadth breadth;

    @BeforeEach
    void open() throws Exception {
        Path root = temporary.toRealPath();
        home = Files.createDirectories(root.resolve("home"));
        state = Files.createDirectories(home.resolve(".local/state/strawboss"));
        attempt = Files.createDirectories(state.resolve("jobs/j1/1"));
        breadth = new Breadth(home, state, List.of(home.resolve(".config/strawboss")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                ".config",
                ".config/strawboss",
                ".config/strawboss/agents.d",
                ".config/systemd/user",
                ".ssh",
                ".claude",
                ".local/bin",
                ".local/state/strawboss",
                ".local/state/strawboss/sandbox",
                ".local/state/strawboss/workspaces",
                ".local/state/strawboss/workspaces/j2",
                ".local/state/strawboss/jobs",
                ".local/state/strawboss/jobs/j2/state/home",
                ".local/state/strawboss/egress/j1",
                "/",
                "/etc/cron.d",
                "/usr/local/bin",
                "/opt",
                "/tmp",
                "/var",
                "/var/spool/cron",
                "/run/user",
                "/dev/shm",
            })
    void isNotGivenToWrite(String place) {
        refused(Grant.writable(home.resolve(place)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                ".config",
                ".config/strawboss",
                ".config/strawboss/secrets.env",
                ".local",
                ".local/state/strawboss",
                ".local/state/strawboss/jobs/j2/state/home",
                ".local/state/strawboss/egress/j2/inside",
                "/",
                "/tmp",
                "/run",
                "/run/user/0",
                "/proc",
            })
    void isNotGivenToRead(String place) {
        refused(Grant.readable(home.resolve(place)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project",
                "project/part",
                ".cache/project",
                ".local/state/strawboss/workspaces/j2/clone",
                ".local/state/strawboss/jobs/j1/state/home",
                ".local/state/strawboss/jobs/j1/1/prompt",
                "/var/www/site",
                "/opt/project",
                "/srv/project",
            })
    void isGivenToWrite(String place) {
        given(Grant.writable(home.resolve(place)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".ssh/config",
                ".nvm/versions",
                ".local/lib",
                "/etc/ssl",
                ".local/state/strawboss/egress/j1/inside",
            })
    void isGivenToRead(String place) {
        given(Grant.readable(home.resolve(place)));
    }

    @Test
    void aHiddenDirectoryThatIsARepositoryIsAProject() throws Exception {
        Path dotfiles = home.resolve(".config/editor");
        refused(Grant.writable(dotfiles));
        Files.createDirectories(dotfiles.resolve(".git"));
        given(Grant.writable(dotfiles));
        given(Grant.writable(dotfiles.resolve("lua")));
    }

    private void refused(Grant grant) {
        assertThatThrownBy(() -> check(grant)).hasMessageContaining("cannot be given");
    }

    private void given(Grant grant) {
        assertThatCode(() -> check(grant)).doesNotThrowAnyException();
    }

    private void check(Grant grant) {
        Profile profile = Profile.code().with(grant);
        breadth.check(profile, attempt);
    }
}
