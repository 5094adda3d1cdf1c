package dev.strawboss.jobs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells whether two requests under one key are the same request.
final class RequestDigest {
    private RequestDigest() {}

    static String of(JobSpec spec, String details) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part :
                    new String[] {
                        spec.kind(),
                        spec.title(),
                        spec.project().orElse(""),
                        spec.agent().orElse(""),
                        spec.directory().toString(),
                        spec.timeout().toString(),
                        details,
                        spec.text()
                    }) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
