package dev.strawboss.oauth;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `Bearer` challenge of `WWW-Authenticate` (RFC 6750, 9110 section 11); parts are empty where
/// nothing is said.
///
/// @param metadata the address of the resource metadata
record Bearer(String metadata, String scope, String error) {
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]+))");

    /// Nothing was said.
    static final Bearer NOTHING = new Bearer("", "", "");

    static Bearer of(List<String> values) {
        for (String value : values) {
            int start = value.toLowerCase(Locale.ROOT).indexOf("bearer");
            if (start >= 0) {
                return parsed(value.substring(start));
            }
        }
        return NOTHING;
    }

    private static Bearer parsed(String value) {
        String metadata = "";
        String scope = "";
        String error = "";
        Matcher parameter = PARAMETER.matcher(value);
        while (parameter.find()) {
            String quoted = parameter.group(2);
            String text = quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            switch (parameter.group(1).toLowerCase(Locale.ROOT)) {
                case "resource_metadata" -> metadata = text;
                case "scope" -> scope = text;
                case "error" -> error = text;
                default -> {}
            }
        }
        return new Bearer(metadata, scope, error);
    }
}
