package dev.strawboss.http;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Certificate and key as the rest of the world keeps them: PEM files.
final class Pem {
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----(.+?)-----END PRIVATE KEY-----", Pattern.DOTALL);

    private Pem() {}

    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if they cannot be used
    static KeyStore keyStore(HttpSettings.Tls tls) {
        try {
            Certificate[] chain = chain(tls.certificate());
            PrivateKey key = key(tls.key());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("http", key, new char[0], chain);
            return store;
        } catch (IOException e) {
            throw unfit(
                    "The certificate "
                            + tls.certificate()
                            + " or its key cannot be read: "
                            + e
                            + ".",
                    e);
        } catch (GeneralSecurityException e) {
            throw unfit(
                    "The certificate "
                            + tls.certificate()
                            + " and the key "
                            + tls.key()
                            + " cannot be used: "
                            + e.getMessage()
                            + ".",
                    e);
        }
    }

    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate[] chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(in)
                            .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new GeneralSecurityException("there is no certificate");
            }
            return chain;
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        Matcher key = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!key.find()) {
            throw new GeneralSecurityException(
                    "the key is no \"BEGIN PRIVATE KEY\" without a password (openssl pkcs8 -topk8"
                            + " -nocrypt makes one)");
        }
        PKCS8EncodedKeySpec spec =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key.group(1)));
        GeneralSecurityException unfit =
                new GeneralSecurityException("the key is neither EC, RSA nor Ed25519");
        for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException another) {
                unfit.addSuppressed(another);
            }
        }
        throw unfit;
    }

    private static StrawbossException unfit(String sentence, Exception cause) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION,
                sentence,
                "Correct http.tls_certificate and http.tls_key in config.yaml.",
                cause);
    }
}
