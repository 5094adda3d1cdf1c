package dev.strawboss.servers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How an upstream server is reached.
public sealed interface Link {
    /// A program that speaks on its standard input and output.
    ///
    /// @param directory empty: the home directory
    record Local(List<String> command, Map<String, String> environment, String directory)
            implements Link {
        public Local {
            command = List.copyOf(command);
            environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        }
    }

    /// A server on the network.
    ///
    /// @param sse whether it speaks the transport of 2024-11-05, HTTP with server-sent events
    record Remote(String url, Map<String, String> headers, boolean sse, Login login)
            implements Link {
        public Remote {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /// What is said about logging in by OAuth; texts are empty where nothing is.
    ///
    /// @param off never, whatever the server answers
    /// @param clientId of a client that was registered with the authorization server by hand
    /// @param clientMetadata the URL at which this client describes itself
    /// @param callbackPort 0: any that is free
    /// @param internal hosts of the authorization server that may be at addresses that are not
    ///   public
    record Login(
            boolean off,
            String clientId,
            String clientSecret,
            String clientMetadata,
            String scope,
            int callbackPort,
            List<String> internal) {
        /// Nothing said: as the server asks for it.
        public static final Login AUTOMATIC = new Login(false, "", "", "", "", 0, List.of());

        /// Never.
        public static final Login OFF = new Login(true, "", "", "", "", 0, List.of());

        public Login {
            internal = List.copyOf(internal);
        }
    }
}
