package dev.strawboss.upstream;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// How requests over HTTP say who they come from. Called on virtual threads, several at once.
public interface Authorization {
    /// Nothing is sent, and whoever asks for it gets nothing.
    Authorization NONE =
            new Authorization() {
                @Override
                public Optional<String> header(URI url) {
                    return Optional.empty();
                }

                @Override
                public Verdict challenged(Challenge challenge) {
                    return new Verdict.NeedsLogin();
                }
            };

    /// A server that wants something else.
    ///
    /// @param status 401 or 403
    /// @param wanted the values of `WWW-Authenticate`
    /// @param sent whether the request had an `Authorization` of ours
    record Challenge(URI url, int status, List<String> wanted, boolean sent) {
        public Challenge {
            wanted = List.copyOf(wanted);
        }
    }

    /// What to do about it.
    sealed interface Verdict {
        /// [#header] now says something else: send the request again. At most twice per request.
        record Again() implements Verdict {}

        /// A person has to log in.
        record NeedsLogin() implements Verdict {}

        /// A person was logged in, and has to do it again.
        record Expired() implements Verdict {}

        /// Logging in would not help.
        ///
        /// @param sentence why
        record Refused(String sentence) implements Verdict {}
    }

    /// The value of the header `Authorization` for requests to `url`, if there is to be one.
    Optional<String> header(URI url) throws InterruptedException;

    Verdict challenged(Challenge challenge) throws InterruptedException;
}
