package dev.strawboss.egress;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a confined job sees of its way out.
public final class Inside {
    /// Where the job's gate directory is to be seen inside.
    public static final Path DIRECTORY = Path.of("/run/strawboss");

    /// The port on 127.0.0.1 on which the forwarder listens.
    public static final int PORT = 3128;

    static final String SOCKET = "egress.sock";
    static final String SCRIPT = "forward.pl";

    private static final String PROXY = "http://127.0.0.1:" + PORT;

    private Inside() {}

    /// What programs are told. Node heeds the usual names only when asked to.
    public static Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String name : List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")) {
            environment.put(name, PROXY);
            environment.put(name.toLowerCase(Locale.ROOT), PROXY);
        }
        environment.put("NO_PROXY", "127.0.0.1,localhost,::1");
        environment.put("no_proxy", "127.0.0.1,localhost,::1");
        environment.put("NODE_USE_ENV_PROXY", "1");
        return environment;
    }
}
