package dev.strawboss.upstream;

/// What keeps us from being let in.
enum Login {
    NEEDED,
    EXPIRED;

    static Login of(HttpSender.LoginNeeded refusal) {
        return refusal.expired() ? EXPIRED : NEEDED;
    }
}
