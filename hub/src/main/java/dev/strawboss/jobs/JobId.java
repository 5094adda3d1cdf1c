package dev.strawboss.jobs;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/// Names one job: 12 letters and digits (Crockford's base 32, 60 random bits), so it cannot be
/// guessed and is safe as a file name, a branch name and a word in a shell.
public record JobId(String value) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public JobId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a job id: " + value);
        }
    }

    public static JobId random() {
        StringBuilder id = new StringBuilder(12);
        for (long bits = RANDOM.nextLong(), i = 0; i < 12; i++, bits >>>= 5) {
            id.append(ALPHABET.charAt((int) (bits & 31)));
        }
        return new JobId(id.toString());
    }

    /// Whether `text` has the form of a job id; tells bad input from an unknown job.
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
