package dev.strawboss.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.config.Keyring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command lines for security(1) of macOS, held by a script in its place: there is no Mac here.
class MacKeychainTest {
    /// Understands what `security -i` reads, as far as it is used; keeps items as files.
    private static final String SECURITY =
            """
            #!/bin/sh
            store='STORE'; mkdir -p "$store"
            echo "argv: $*" >>'SAID'
            if [ "$1" = -i ]; then
              while read -r line; do
                echo "stdin: $line" >>'SAID'
                set -- $line
                [ "$1 $2 $3 $5 $7 $9" = "add-generic-password -U -s -a -l -X" ] || exit 2
                shift 9
                perl -e 'print pack "H*", shift' "$1" >"$store/name"
              done
              exit 0
            fi
            case $1 in
              find-generic-password) [ -e "$store/name" ] || { echo "security: not found" >&2; exit 44; }
                cat "$store/name"; echo;;
              delete-generic-password) rm "$store/name" || exit 44;;
            esac
            """;

    @TempDir Path directory;
    private Path said;
    private Keyring keychain;

    @BeforeEach
    void open() throws Exception {
        said = directory.resolve("said");
        Path program = Files.createDirectories(directory.resolve("bin")).resolve("security");
        Files.writeString(
                program,
                SECURITY.replace("STORE", directory.resolve("store").toString())
                        .replace("SAID", said.toString()));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        keychain =
                Keyrings.here(
                        Path.of("/Users/me/.config/strawboss"),
                        Map.of("PATH", program.getParent() + ":/usr/bin:/bin"),
                        true);
    }

    @Test
    void theCommandLinesAreAsGolden() throws Exception {
        keychain.store("THE_KEY", "sk-\"x");
        assertThat(keychain.lookUp("THE_KEY")).contains("sk-\"x");
        keychain.remove("THE_KEY");
        assertThat(keychain.lookUp("THE_KEY")).isEmpty();
        keychain.remove("THE_KEY");
        assertThat(said)
                .hasContent(
                        """
                        argv: -i
                        stdin: add-generic-password -U -s strawboss-7a5c2008eb818f8c -a THE_KEY -l Strawboss-THE_KEY -X 736b2d2278
                        argv: find-generic-password -s strawboss-7a5c2008eb818f8c -a THE_KEY -w
                        argv: delete-generic-password -s strawboss-7a5c2008eb818f8c -a THE_KEY
                        argv: find-generic-password -s strawboss-7a5c2008eb818f8c -a THE_KEY -w
                        argv: delete-generic-password -s strawboss-7a5c2008eb818f8c -a THE_KEY
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00fc", "tab\there"})
    void whatItWouldPrintInAnotherFormIsRefused(String value) {
        assertThatThrownBy(() -> keychain.store("THE_KEY", value)).hasMessageContaining("ASCII");
        assertThatThrownBy(() -> keychain.store("THE_KEY", "x".repeat(1_901)))
                .hasMessageContaining("at most 1,900");
        assertThat(said).doesNotExist();
    }
}
