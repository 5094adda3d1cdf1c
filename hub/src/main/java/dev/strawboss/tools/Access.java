package dev.strawboss.tools;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Origin;
import dev.strawboss.tokens.Token;
import dev.strawboss.tokens.Tokens;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What the setup tool says and does about clients that come over HTTP: tokens, and whether there
/// is a way in at all. Only the user of this machine may, not somebody who has come in with a
/// token.
public final class Access {
    private final Tokens tokens;
    private final Supplier<Check> http;

    /// @param http whether the hub listens, and where
    public Access(Tokens tokens, Supplier<Check> http) {
        this.tokens = tokens;
        this.http = http;
    }

    /// @param name empty for list
    List<Object> tokens(Call call, String action, Arguments arguments, String name) {
        if (!call.principal().equals(Origin.LOCAL)) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "Tokens are made and seen only on the hub's own machine.",
                    "There: strawboss token --help");
        }
        return switch (action) {
            case "list" -> tokens.list().stream().map(Access::row).toList();
            case "save" -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("name", name);
                row.put("token", tokens.create(name));
                yield List.of(row);
            }
            case "remove" -> {
                tokens.revoke(name);
                yield List.of();
            }
            default -> throw arguments.invalid("tokens has list, save and remove.");
        };
    }

    /// One row.
    List<Object> http() {
        Check check = http.get();
        Map<String, Object> row = new LinkedHashMap<>();
        switch (check.state()) {
            case OK -> {
                row.put("state", "on");
                row.put("url", check.detail());
            }
            case NOTE -> row.put("state", "off");
            case PROBLEM -> {
                row.put("state", "problem");
                row.put("problem", check.detail());
                row.put("hint", check.hint());
            }
        }
        return List.of(row);
    }

    private static Object row(Token token) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", token.name());
        row.put("created", token.created().truncatedTo(ChronoUnit.SECONDS).toString());
        token.used()
                .ifPresent(
                        at -> row.put("last_used", at.truncatedTo(ChronoUnit.SECONDS).toString()));
        return row;
    }
}
