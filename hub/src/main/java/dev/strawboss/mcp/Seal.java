package dev.strawboss.mcp;

import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Seals what a client keeps for us between the rounds of a call (`requestState`): HMAC-SHA256 over
/// the state, its end, and everything it is bound to. Whoever has the key of the hub that sealed it
/// can open it, also after that hub's death.
public final class Seal {
    /// How long a person may think.
    static final Duration LIFETIME = Duration.ofHours(1);

    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource clock;

    /// @param key at least 32 random bytes, kept from others
    public Seal(byte[] key, InstantSource clock) {
        if (key.length < 32) {
            throw new IllegalArgumentException("a key of 32 bytes or more");
        }
        this.key = new SecretKeySpec(key, MAC);
        this.clock = clock;
    }

    /// What a state is good for and nothing else: the same principal asking for the same.
    static String purpose(String principal, Request request) {
        Map<String, Object> same = new TreeMap<>(request.params());
        same.keySet().removeAll(List.of("_meta", "inputResponses", "requestState"));
        return Json.write(List.of(principal, request.method(), sorted(same)));
    }

    /// @param state any JSON object
    String seal(String purpose, Map<String, Object> state) {
        Map<String, Object> sealed = new LinkedHashMap<>();
        sealed.put("until", clock.instant().plus(LIFETIME).toEpochMilli());
        sealed.put("state", state);
        byte[] text = Json.writeBytes(sealed);
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(text) + "." + encoder.encodeToString(mac(purpose, text));
    }

    /// @throws Refusal if it was not sealed here for this, or too long ago
    Map<String, Object> open(String purpose, String sealed) throws Refusal {
        int dot = sealed.indexOf('.');
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            byte[] text = decoder.decode(sealed.substring(0, Math.max(dot, 0)));
            byte[] mac = decoder.decode(sealed.substring(dot + 1));
            if (dot > 0 && MessageDigest.isEqual(mac, mac(purpose, text))) {
                Map<String, Object> state =
                        Json.parseObject(new String(text, StandardCharsets.UTF_8));
                if ((Long) state.getOrDefault("until", 0L) > clock.millis()) {
                    return Request.object(state, "state");
                }
            }
        } catch (IllegalArgumentException | JsonException notOurs) {
            throw refused();
        }
        throw refused();
    }

    private static Refusal refused() {
        return Refusal.invalid(
                "params.requestState is none of this request, or has expired. Send the request"
                        + " again without it.");
    }

    private byte[] mac(String purpose, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A client need not keep the order of names.
    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, member) -> sorted.put(String.valueOf(name), sorted(member)));
            return sorted;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> sorted = new ArrayList<>();
            list.forEach(item -> sorted.add(sorted(item)));
            return sorted;
        }
        return value;
    }
}
