package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    private final Hosts hosts =
            new Hosts("0.0.0.0", List.of("https://desk.example.com", "box.local", "http://a.b:81"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:1",
                "127.0.0.1",
                "127.0.0.1:7717",
                "[::1]",
                "[::1]:7717",
                "[0:0:0:0:0:0:0:1]:65535",
                "[::ffff:127.0.0.1]",
                "desk.example.com",
                "Desk.Example.com:443",
                "box.local:7717",
                "a.b"
            })
    void ourNamesAreAllowed(String host) {
        assertThat(hosts.allowed(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "evil.example.com",
                "localhost.evil.com",
                "127.0.0.1.evil.com",
                "evil.com:7717",
                "localhost@evil.com",
                "evil.com#localhost",
                "localhost:",
                "localhost:99999",
                "localhost:1:2",
                "localhost evil.com",
                "localhost,evil.com",
                "::1",
                "[::1",
                "[::1].evil.com",
                "[::1]evil.com",
                "[::1%lo]",
                "[::2]",
                "[localhost]",
                "[]",
                "0x7f.0.0.1",
                "2130706433",
                "0.0.0.0",
                "0",
                "192.168.0.1",
                "localhost."
            })
    void othersAreNot(String host) {
        assertThat(hosts.allowed(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost:3000",
                "https://127.0.0.1:1",
                "http://[::1]:8080",
                "https://desk.example.com",
                "https://desk.example.com:443",
                "http://a.b:81"
            })
    void ourPagesMayCall(String origin) {
        assertThat(hosts.allowedOrigin(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "http://evil.com",
                "http://localhost.evil.com",
                "http://evil.com/localhost",
                "http://localhost/",
                "http://localhost@evil.com",
                "http://evil@localhost",
                "http://desk.example.com",
                "https://desk.example.com:8443",
                "https://desk.example.com.evil.com",
                "https://box.local",
                "http://a.b",
                "file://localhost",
                "chrome-extension://localhost",
                "http://[::2]",
                "http://::1",
                "localhost",
                "http://localhost http://evil.com"
            })
    void strangersPagesMayNot(String origin) {
        assertThat(hosts.allowedOrigin(origin)).isFalse();
    }
}
