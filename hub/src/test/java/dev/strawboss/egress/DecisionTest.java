package dev.strawboss.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {
    private final Map<String, List<InetAddress>> names = new HashMap<>();

    @Test
    void aListedNameMeansItsWebPortsAndNoOthers() throws Exception {
        names.put("api.example.org", addresses("93.184.215.14"));
        assertThat(asked("api.example.org:443", "api.example.org"))
                .isEqualTo(new Verdict.Allowed(addresses("93.184.215.14"), 443));
        assertThat(asked("API.example.org.:80", "api.example.org"))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(asked("api.example.org:22", "api.example.org"))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(asked("api.example.org:22", "api.example.org:22"))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(asked("api.example.org:443", "api.example.org:22"))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aStarMeansTheNamesBelow() throws Exception {
        names.put("a.b.example.org", addresses("93.184.215.14"));
        names.put("evilexample.org", addresses("93.184.215.14"));
        assertThat(asked("a.b.example.org:443", "*.example.org"))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(asked("example.org:443", "*.example.org")).isInstanceOf(Verdict.Refused.class);
        assertThat(asked("evilexample.org:443", "*.example.org"))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void whatIsNotListedIsRefusedWithTheList() throws Exception {
        assertThat(asked("evil.example:443", "a.example", "b.example:22"))
                .isEqualTo(
                        new Verdict.Refused(
                                "evil.example:443 is not among the hosts that this job may reach:"
                                        + " a.example, b.example:22."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "fd00:ec2::254",
                "fec0::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "5f00::1",
                "100::1"
            })
    void aListedNameThatLeadsInsideIsRefused(String inside) throws Exception {
        names.put("rebound.example", addresses(inside));
        assertThat(asked("rebound.example:443", "rebound.example:443"))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(asked("rebound.example:443", "open")).isInstanceOf(Verdict.Refused.class);
        Authority literal = new Authority(inside, Optional.of(addresses(inside).getFirst()), 443);
        assertThat(decision("open").decide(literal)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anAddressOfThisMachineIsInsideToo() throws Exception {
        for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                assertThat(Reserved.kind(address)).as(address.toString()).isPresent();
            }
        }
    }

    @Test
    void ofSeveralAddressesOnlyThePublicOnesAreTried() throws Exception {
        names.put("both.example", addresses("10.0.0.1", "93.184.215.14", "::1"));
        assertThat(asked("both.example:443", "both.example"))
                .isEqualTo(new Verdict.Allowed(addresses("93.184.215.14"), 443));
    }

    @Test
    void aPrivateAddressIsReachedOnlyIfItIsListedWithItsPort() throws Exception {
        names.put("git.corp.example", addresses("10.0.0.5"));
        assertThat(asked("127.0.0.1:11434", "127.0.0.1:11434")).isInstanceOf(Verdict.Allowed.class);
        assertThat(asked("127.0.0.1:11435", "127.0.0.1:11434")).isInstanceOf(Verdict.Refused.class);
        assertThat(asked("10.0.0.5:443", "10.0.0.5")).isInstanceOf(Verdict.Refused.class);
        assertThat(asked("localhost:11434", "localhost:11434"))
                .isEqualTo(new Verdict.Allowed(addresses("127.0.0.1", "::1"), 11434));
        assertThat(asked("localhost:80", "localhost")).isInstanceOf(Verdict.Refused.class);
        assertThat(asked("git.corp.example:443", "git.corp.example:443", "10.0.0.5:443"))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(asked("git.corp.example:443", "git.corp.example"))
                .isEqualTo(
                        new Verdict.Refused(
                                "git.corp.example:443 is at 10.0.0.5, a private address, which must"
                                        + " itself be listed as 10.0.0.5:443."));
    }

    @Test
    void aNameThatIsNotListedGainsNothingByAListedAddress() throws Exception {
        names.put("evil.example", addresses("127.0.0.1"));
        assertThat(asked("evil.example:11434", "127.0.0.1:11434"))
                .isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"none", "open"})
    void aJobWithoutNetworkReachesNothingAndOneWithAllReachesWhatIsPublic(String rules)
            throws Exception {
        names.put("any.example", addresses("93.184.215.14"));
        assertThat(asked("any.example:8443", rules))
                .isInstanceOf(rules.equals("none") ? Verdict.Refused.class : Verdict.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.1:80",
                "2130706433:80",
                "0x7f000001:80",
                "0177.0.0.1:80",
                "1.2.3.4.5:80",
                "256.1.1.1:80",
                "a b:80",
                "a@b:80",
                "[::1",
                "[fe80::1%lo]:80",
                "::1:80",
                "host:0",
                "host:65536",
                "host:",
                "-a.example:80",
                "a..b:80",
                "*.example.org:80",
                "host:80/x",
                "a%2eb:80",
                "\u0000a:80"
            })
    void whatCanBeReadInTwoWaysIsNoHost(String text) {
        assertThat(Authority.parse(text)).isEmpty();
    }

    @Test
    void aListOfHostsIsReadAndWrittenTheSame() {
        List<String> words =
                List.of("a.example", "*.b.example:8443", "127.0.0.1:11434", "[0:0:0:0:0:0:0:1]:80");
        assertThat(Rules.of(words).words()).isEqualTo(words);
        assertThat(Rules.of(List.of("open"))).isEqualTo(new Rules.Open());
        assertThat(Rules.of(List.of())).isEqualTo(new Rules.None());
        assertThatThrownBy(() -> Rules.of(List.of("http://a.example/")))
                .isInstanceOf(StrawbossException.class)
                .hasMessage("\"http://a.example/\" is no host that a job may reach.");
        assertThatThrownBy(() -> Rules.of(List.of("*.127.0.0.1")))
                .isInstanceOf(StrawbossException.class);
    }

    private Verdict asked(String wanted, String... rules) throws InterruptedException {
        return decision(rules).decide(Authority.parse(wanted).orElseThrow());
    }

    private Decision decision(String... rules) {
        return new Decision(Rules.of(List.of(rules)), host -> names.getOrDefault(host, List.of()));
    }

    private static List<InetAddress> addresses(String... literals) {
        return Arrays.stream(literals).map(InetAddress::ofLiteral).toList();
    }
}
