package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.config.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {
    @TempDir Path directory;

    @Test
    void withoutAWordItIsOff() throws Exception {
        assertThat(read("slots: 2")).hasToString("off");
        assertThat(configuration().problems()).isEmpty();
    }

    @Test
    void whatIsGivenHolds() throws Exception {
        assertThat(
                        read(
                                "http: {enabled: true, host: '::', port: 80, tls_certificate: /c,"
                                        + " tls_key: /k, origins: 'http://a.b', rate: 5, streams: 6}"))
                .isEqualTo(
                        new HttpSettings(
                                true,
                                "::",
                                80,
                                Optional.of(new HttpSettings.Tls(Path.of("/c"), Path.of("/k"))),
                                false,
                                List.of("http://a.b"),
                                5,
                                6))
                .hasToString("on, https://[::]:80/mcp");
        assertThat(configuration().problems()).isEmpty();
        assertThat(read("http: {enabled: true, host: 10.0.0.1, plain: true}"))
                .hasToString("on, http://10.0.0.1:7717/mcp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {enabled: true, port: 0}|port
                    {enabled: true, prot: 1}|prot
                    {enabled: true, host: 0.0.0.0}|plain: true
                    {enabled: true, host: box.local}|plain: true
                    {enabled: true, tls_key: /k}|both
                    {enabled: true, tls_key: k, tls_certificate: /c}|whole path
                    {enabled: true, origins: 'http://a.b/c'}|origins
                    {enabled: true, origins: '*'}|origins
                    """)
    void whatIsWrongTurnsItOffAndIsNamed(String http, String named) throws Exception {
        assertThat(read("http: " + http)).hasToString("off");
        assertThat(configuration().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains(named));
    }

    private HttpSettings read(String text) throws Exception {
        Files.writeString(directory.resolve("config.yaml"), text);
        return configuration().value(HttpSettings.KEY);
    }

    private Configuration configuration() {
        return new Configuration(directory, List.of(HttpSettings.KEY));
    }
}
