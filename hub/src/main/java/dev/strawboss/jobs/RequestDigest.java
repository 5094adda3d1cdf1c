package dev.strawboss.jobs;

/// Tells whether two requests under one key are the same request.
final class RequestDigest {
    private RequestDigest() {}

    static String of(JobSpec spec, String details) {
        StringBuilder request = new StringBuilder();
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
            request.append(part).append('\0');
        }
        // what schema 1 did not know is only part of it where it was said
        if (!spec.scheduling().equals(Scheduling.USUAL) || !spec.tags().isEmpty()) {
            request.append(spec.scheduling()).append('\0').append(spec.tags()).append('\0');
        }
        return Once.digest(request.toString());
    }
}
