package dev.strawboss.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.egress.Addresses;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
    private static final URI PUBLIC = URI.create("https://1.1.1.1/mcp");

    private static Reach of(URI upstream, String... internal) {
        return new Reach(Addresses.ofTheSystem(), upstream, List.of(internal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://a.localhost/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://10.0.0.1/",
                "https://172.16.3.4/",
                "https://192.168.0.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/",
                "https://[64:ff9b::169.254.169.254]/",
                "https://0.0.0.0/",
                "http://1.1.1.1/",
                "ftp://1.1.1.1/",
                "https://user:x@1.1.1.1/",
                "https:///x"
            })
    void aServerOfTheInternetCannotLeadInside(String inside) {
        assertThatThrownBy(() -> of(PUBLIC).address(URI.create(inside)))
                .hasMessageStartingWith("The login of 1.1.1.1 leads to ");
    }

    @Test
    void aServerOfTheInternetLeadsToTheInternet() throws Exception {
        assertThat(of(PUBLIC).address(URI.create("https://9.9.9.9:8443/x")).getPort())
                .isEqualTo(8443);
    }

    @Test
    void aServerOfThisMachineLeadsToThisMachineAndNotToOthers() throws Exception {
        Reach reach = of(URI.create("http://127.0.0.1:1/mcp"));
        assertThat(reach.address(URI.create("http://localhost:2/")).getPort()).isEqualTo(2);
        assertThatThrownBy(() -> reach.address(URI.create("https://10.0.0.1/")))
                .hasMessageContaining("10.0.0.1, a private address");
        assertThatThrownBy(() -> reach.address(URI.create("http://169.254.169.254/")))
                .hasMessageContaining("a cloud's metadata address");
    }

    @Test
    void whatAPersonNamedMayBeInsideButNeverWhereCloudsHandOutCredentials() throws Exception {
        Reach reach = of(PUBLIC, "10.0.0.1", "169.254.169.254");
        assertThat(reach.address(URI.create("https://10.0.0.1/")).getPort()).isEqualTo(443);
        assertThatThrownBy(() -> reach.address(URI.create("https://169.254.169.254/")))
                .hasMessageContaining("leads to");
    }
}
