package dev.almanac.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.almanac.local.home.LocalException;
import dev.almanac.local.home.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * What the issuer signs with: made with the first start, kept with the data, so that tokens outlive a restart.
 *
 * @param pair the private key with its public half
 */
public record SigningKey(RSAKey pair) {
    private static final int BITS = 2048;

    /** The key in the file, made where the file is not there yet. */
    public static SigningKey of(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, generate().toJSONString());
            }
            return new SigningKey(RSAKey.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new LocalException(file + " is damaged; without it, start on an empty data directory", e);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JDK makes no RSA keys", e);
        }
    }

    /** Without the key, since it may be logged. */
    @Override
    public String toString() {
        return "SigningKey[" + pair.getKeyID() + "]";
    }
}
