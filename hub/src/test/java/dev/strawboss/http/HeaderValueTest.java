package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {
    @Test
    void plainAndEncodedValuesAreRead() {
        assertThat(HeaderValue.decoded("echo me")).contains("echo me");
        assertThat(HeaderValue.decoded("")).contains("");
        assertThat(HeaderValue.decoded("=?base64?SGVsbG8=?=")).contains("Hello");
        assertThat(HeaderValue.decoded("=?base64?w7zDpA==?=")).contains("üä");
        assertThat(HeaderValue.decoded("=?base64??=")).contains("");
        assertThat(HeaderValue.decoded("=?base64?SGVsbG8=")).contains("=?base64?SGVsbG8=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?base64?SGVsbG8?=",
                "=?base64?SGVsbG8==?=",
                "=?base64?SGVsbG9=?=",
                "=?base64?SGVs bG8=?=",
                "=?base64?SGVs-_8=?=",
                "=?base64?/////w==?=",
                "=?base64?=",
                "ü",
                "a\u0000b"
            })
    void malformedOnesAreNot(String header) {
        assertThat(HeaderValue.decoded(header)).isEmpty();
    }
}
