package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A worker turns its own `.git`, which is all its own, against the hub: nothing in it may run,
/// lead the hub to another repository, or keep it waiting.
class HostileCloneTest extends OneWorktree {
    Traps traps;
    Path trap;

    @Override
    WorkspaceMode mode() {
        return WorkspaceMode.CLONE;
    }

    @BeforeEach
    void setTrap() throws Exception {
        user.write(".gitattributes", "* filter=x diff=x merge=x\n");
        user.commit("attributes");
        traps = Traps.in(temp.resolve("traps"));
        trap = traps.set("trap");
    }

    private Collected assertHarmless(Repo worker) throws Exception {
        traps.reset();
        Collected collected = operate(JOB, worker);
        assertThat(traps.sprung()).isEmpty();
        return collected;
    }

    /// All that the hub does with a clone that a worker has left.
    private Collected operate(String job, Repo worker) throws Exception {
        worker.write("new.txt", "new");
        Collected collected = workspaces.collect(job, workspaces.find(job).orElseThrow());
        assertThat(user.git("show", "strawboss/" + job + ":new.txt")).isEqualTo("new");
        workspaces.remove(job);
        return collected;
    }

    /// Keys that would hide one another, since git takes the one or the other, never pass together.
    private static final List<List<String>> SETTINGS =
            List.of(
                    List.of(
                            "core.fsmonitor",
                            "core.sshCommand",
                            "core.editor",
                            "core.pager",
                            "core.askPass",
                            "core.alternateRefsCommand",
                            "core.gitProxy",
                            "diff.external",
                            "merge.x.driver",
                            "filter.x.clean",
                            "filter.x.smudge",
                            "gpg.program",
                            "uploadpack.packObjectsHook",
                            "remote.origin.uploadpack",
                            "remote.origin.receivepack",
                            "submodule.x.update",
                            "interactive.diffFilter",
                            "alias.pack-objects",
                            "alias.status",
                            "core.alternateRefsPrefixes",
                            "core.hooksPath",
                            "lfs.customtransfer.x.path",
                            "lfs.standalonetransferagent",
                            "remote.origin.proxy",
                            "http.proxy",
                            "pack.packObjectsHook",
                            "receive.procReceiveRefs",
                            "tar.x.command"),
                    List.of(
                            "diff.x.command",
                            "filter.x.process",
                            "gpg.ssh.program",
                            "credential.helper",
                            "remote.origin.vcs",
                            "sequence.editor"),
                    List.of("diff.x.textconv"));

    @TestFactory
    Stream<DynamicNode> noSettingOfTheCloneRunsAnything() throws Exception {
        List<DynamicNode> passes = new ArrayList<>();
        for (List<String> keys : SETTINGS) {
            String job = "0123456789a" + passes.size();
            Traps its = Traps.in(temp.resolve("traps-" + job));
            Repo worker = prepare(job);
            worker.write("c.txt", "c");
            worker.commit("mine");
            for (String key : keys) {
                String shell = key.startsWith("alias.") || key.startsWith("submodule.") ? "!" : "";
                worker.git("config", key, shell + its.set(key));
            }
            worker.git("config", "commit.gpgSign", "true");
            its.reset();
            passes.add(its.untouched(keys, () -> operate(job, worker)));
        }
        return passes.stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"include.path", "includeIf.gitdir:/.path", "includeIf.onbranch:**.path"})
    void noFileThatTheCloneIncludesIsRead(String key) throws Exception {
        Path evil = temp.resolve("evil");
        Files.writeString(
                evil, "[core]\n\tfsmonitor = " + trap + "\n[filter \"x\"]\n\tclean = " + trap);
        Repo worker = prepare();
        worker.git("config", key, evil.toString());
        assertHarmless(worker);
    }

    /// An address that is a program; the clone lacks an object, so that git would ask there.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "remote.origin.url ext::%s",
                "remote.origin.url x::%s",
                "url.ext::%s .insteadOf",
                "remote.origin.proxy ext::%s",
                "core.gitProxy %s",
                "http.proxy ext::%s",
            })
    void noAddressOfTheCloneIsAsked(String setting) throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.commit("mine");
        for (String allowed : List.of("protocol.allow", "protocol.ext.allow", "protocol.x.allow")) {
            worker.git("config", allowed, "always");
        }
        worker.git("config", "core.repositoryFormatVersion", "1");
        worker.git("config", "extensions.partialClone", "origin");
        worker.git("config", "remote.origin.promisor", "true");
        worker.git("config", "remote.origin.url", "git://localhost:1/x");
        String[] words = setting.formatted(trap).split(" ", 2);
        if (words[0].startsWith("url.")) {
            worker.git("config", words[0] + " " + words[1], "git://");
        } else {
            worker.git("config", words[0], words[1]);
        }
        String blob = worker.git("rev-parse", "HEAD:c.txt");
        worker.sh(
                "git cat-file blob %1$s >/dev/null && rm -f .git/objects/%2$s/%3$s"
                        .formatted(blob, blob.substring(0, 2), blob.substring(2)));
        worker.sh("timeout 3 git cat-file -p " + blob + " >/dev/null 2>&1 || true");
        boolean works = setting.contains("url") && setting.contains("ext::");
        if (works || setting.startsWith("core.gitProxy")) {
            assertThat(traps.sprung()).as("what the worker's own git does").isNotEmpty();
        }
        assertHarmless(worker);
    }

    @Test
    void noHookOfTheCloneRuns() throws Exception {
        Repo worker = prepare();
        Path hooks = Files.createDirectories(worker.path().resolve(".git/hooks"));
        for (String hook :
                new String[] {
                    "post-checkout", "reference-transaction", "pre-commit", "post-commit",
                    "post-index-change", "pre-auto-gc", "commit-msg", "fsmonitor-watchman",
                }) {
            Files.copy(trap, hooks.resolve(hook));
        }
        worker.git("config", "core.hooksPath", hooks.toString());
        assertHarmless(worker);
    }

    @Test
    void aWorkTreeNamedByTheCloneIsNotTaken() throws Exception {
        Path other = Files.createDirectories(temp.resolve("other"));
        Files.writeString(other.resolve("private.txt"), "private");
        Repo worker = prepare();
        worker.git("config", "core.worktree", other.toString());
        Collected collected = assertHarmless(worker);
        assertThat(collected.changes().files())
                .extracting(ChangedFile::path)
                .containsExactly("new.txt");
    }

    @Test
    void aCloneThatComesBackHasNeitherSettingsNorHooksOfTheWorker() throws Exception {
        Repo worker = prepare();
        worker.git("config", "core.fsmonitor", trap.toString());
        Path hooks = Files.createDirectories(worker.path().resolve(".git/hooks"));
        Files.copy(trap, hooks.resolve("post-checkout"));
        assertHarmless(worker);
        workspaces.undelete(JOB);
        assertThat(worker.git("status", "--porcelain")).isEqualTo("?? new.txt");
        worker.git("checkout", "-q", "--detach");
        assertThat(traps.sprung()).isEmpty();
    }

    /// Another repository of the person's, of which the worker knows the path and a commit.
    private Repo other() throws Exception {
        Repo other = Repo.create(temp.resolve("private"));
        other.write("private.txt", "private");
        other.commit("private");
        return other;
    }

    private void assertNothingCameFrom(Repo other) throws Exception {
        String known = user.git("cat-file", "--batch-check", "--batch-all-objects");
        for (String name : new String[] {"HEAD", "HEAD:private.txt"}) {
            assertThat(known).doesNotContain(other.git("rev-parse", name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo \"$other/objects\" >.git/objects/info/alternates",
                "rm -rf .git/objects; ln -s \"$other/objects\" .git/objects",
                "cp -r .git/objects kept; rm -rf .git/objects/??; for d in \"$other\"/objects/??;"
                        + " do ln -s \"$d\" .git/objects/; done; rm -r kept",
                "for d in \"$other\"/objects/??; do mkdir -p .git/objects/${d##*/}; for f in $d/*;"
                        + " do ln -sf \"$f\" .git/objects/${d##*/}/; done; done",
                "for f in \"$other\"/objects/pack/*; do ln -s \"$f\" .git/objects/pack/; done",
                "rm -rf .git; ln -s \"$other\" .git",
                "rm -rf .git; echo \"gitdir: $other\" >.git",
                "echo \"$other\" >.git/commondir",
                "rm -rf .git/refs; ln -s \"$other/refs\" .git/refs",
                "rm -rf .git/packed-refs; ln -s \"$other/packed-refs\" .git/packed-refs",
                "mkdir .git/info -p; echo \"$base $head\" >.git/info/grafts",
                "echo \"$other/objects\" >.git/objects/info/http-alternates",
                "mkdir -p nested; ln -s \"$other\" nested/.git; echo x >nested/file",
                "mkdir -p nested; echo \"gitdir: $other\" >nested/.git; echo x >nested/file",
            })
    void noWayOutOfTheCloneIsFollowed(String script) throws Exception {
        Repo other = other();
        other.git("gc", "-q");
        other.sh("git unpack-objects -q <$(ls .git/objects/pack/*.pack)"); // packed and loose
        Repo worker = prepare();
        String head = other.git("rev-parse", "HEAD");
        String base = worker.git("rev-parse", "HEAD");
        worker.sh(
                "other='%s/.git'; head=%s; base=%s; %s; if [ -d .git ] && [ ! -L .git ] && [ -d"
                                .formatted(other.path(), head, base, script)
                        + " .git/refs/heads ]; then mkdir -p .git/refs/heads/x; echo $head"
                        + " >.git/refs/heads/x/y; fi");
        assertHarmless(worker);
        assertNothingCameFrom(other);
    }

    @Test
    void aHeadInAnotherRepositoryIsNotFollowed() throws Exception {
        Repo other = other();
        Repo worker = prepare();
        worker.sh("echo " + other.git("rev-parse", "HEAD") + " >.git/HEAD");
        assertHarmless(worker);
        assertNothingCameFrom(other);
        Repo again = prepare();
        again.sh("rm .git/HEAD; ln -s '" + other.path() + "/.git/HEAD' .git/HEAD");
        assertHarmless(again);
    }

    @Test
    void aReplacedObjectIsNotWhatItIsReplacedBy() throws Exception {
        Repo worker = prepare();
        worker.write("a.txt", "true");
        worker.commit("true");
        worker.write("a.txt", "false");
        worker.git("commit", "-q", "-a", "-m", "false");
        worker.git("replace", "HEAD~", "HEAD");
        worker.git("reset", "-q", "--hard", "HEAD~");
        worker.write("a.txt", "true");
        collect();
        assertThat(user.git("--no-replace-objects", "log", "--format=%s", BRANCH))
                .isEqualTo("true\nattributes\nstart");
        assertThat(user.git("for-each-ref", "refs/replace")).isEmpty();
    }

    /// A pipe would let whoever opens it wait for ever.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD",
                "index",
                "packed-refs",
                "refs/heads/pipe",
                "logs/HEAD",
                "MERGE_HEAD",
                "shallow",
                "config",
                "objects/info/alternates",
                "objects/aa/0123456789012345678901234567890123456789",
                "objects/pack/pack-0123456789012345678901234567890123456789.pack",
            })
    void aPipeIsNotOpened(String name) throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.commit("mine");
        worker.sh(
                "mkdir -p \"$(dirname .git/%1$s)\"; rm -f .git/%1$s; mkfifo .git/%1$s"
                        .formatted(name));
        worker.write("new.txt", "new");
        collect();
        assertThat(show("new.txt")).isEqualTo("new");
        workspaces.remove(JOB);
    }

    @Test
    void filesThatWouldFillTheMemoryOfTheHubAreLeft() throws Exception {
        Repo worker = prepare();
        worker.sh(
                "mkdir -p .git/logs .git/refs/heads; for f in HEAD MERGE_HEAD logs/HEAD packed-refs config shallow refs/heads/big; do rm"
                        + " -f .git/$f; truncate -s 3G .git/$f; done; mkdir nested; truncate -s 3G"
                        + " nested/.git; echo x >nested/file; mkdir -p deep/.git/objects"
                        + " deep/.git/refs; truncate -s 3G deep/.git/config deep/.git/HEAD; echo y"
                        + " >deep/file");
        worker.write("new.txt", "new");
        collect();
        assertThat(show("new.txt")).isEqualTo("new");
        workspaces.remove(JOB);
    }

    @Test
    void theIndexOfAPackIsNotBelieved() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.commit("mine");
        worker.git("repack", "-q", "-d");
        worker.sh("for f in .git/objects/pack/*.idx; do chmod u+w $f; printf garbage >$f; done");
        worker.write("new.txt", "new");
        assertThat(collect().commits()).isEqualTo(2);
        assertThat(show("c.txt")).isEqualTo("c");
    }

    @Test
    void anObjectThatIsNotWhatItsNameSaysIsNotTaken() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "good");
        worker.commit("mine");
        String good = worker.git("rev-parse", "HEAD:c.txt");
        worker.write("other", "evil");
        String evil = worker.git("hash-object", "-w", "other");
        worker.sh(
                "rm -f .git/objects/%s; cp .git/objects/%s .git/objects/%s; rm other"
                        .formatted(loose(good), loose(evil), loose(good)));
        worker.write("new.txt", "new");
        collect();
        assertThat(show("new.txt")).isEqualTo("new");
        assertThat(show("c.txt")).isEqualTo("good");
        assertThat(user.git("fsck", "--full", "--strict")).doesNotContain("error", "missing");
    }

    private static String loose(String id) {
        return id.substring(0, 2) + "/" + id.substring(2);
    }

    @Test
    void aRefWithAHostileNameIsNotTaken() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.commit("mine");
        worker.git("checkout", "-q", "--detach", "HEAD~");
        worker.sh(
                "id=$(git rev-parse "
                        + BRANCH
                        + ");"
                        + " for n in 'refs/heads/a b' 'refs/heads/x..y' 'refs/heads/x.lock'"
                        + " 'refs/../../evil' 'refs/heads/@{1}'; do echo \"$id $n\" >>.git/packed-refs;"
                        + " done; mkdir -p .git/refs/strawboss/rescue/"
                        + JOB
                        + "; echo $id >.git/refs/strawboss/rescue/"
                        + JOB
                        + "/forged");
        collect();
        assertThat(user.git("for-each-ref", "--format=%(refname)"))
                .doesNotContain("a b", "x..y", ".lock", "evil", "forged");
    }

    /// The traps do work where nothing keeps them from it.
    @Test
    void theTrapsWorkInTheWorkersOwnGit() throws Exception {
        Repo worker = prepare();
        worker.git("config", "core.fsmonitor", trap.toString());
        worker.sh("git status >/dev/null 2>&1 || true");
        assertThat(traps.sprung()).containsExactly("trap");
    }
}
