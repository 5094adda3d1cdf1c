package dev.strawboss.servers;

import java.util.List;

/// Servers that keep a conversation's state or drive a browser: two clients that share one would
/// see and move each other's pages and thoughts.
final class ClientScope {
    // As packages are named on npm and PyPI.
    private static final List<String> USUALLY =
            List.of(
                    "@playwright/mcp",
                    "chrome-devtools-mcp",
                    "server-puppeteer",
                    "puppeteer-mcp-server",
                    "browsermcp",
                    "browser-use",
                    "server-sequential-thinking",
                    "mcp-server-browserbase",
                    "serena");

    private ClientScope() {}

    static boolean isUsualFor(Link link) {
        return link instanceof Link.Local local
                && local.command().stream().anyMatch(ClientScope::isUsual);
    }

    private static boolean isUsual(String word) {
        int version = Math.max(word.lastIndexOf('@'), word.indexOf("=="));
        String plain = version > 0 ? word.substring(0, version) : word;
        return USUALLY.stream().anyMatch(each -> plain.equals(each) || plain.endsWith("/" + each));
    }
}
