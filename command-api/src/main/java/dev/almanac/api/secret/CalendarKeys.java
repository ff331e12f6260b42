package dev.almanac.api.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The keys in the addresses of calendars: the link's id, and a proof of 256 bits that it was told by us. */
@Component
public class CalendarKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "almanac calendar link, 1".getBytes(US_ASCII);
    private static final int ID = 16;
    private static final int PROOF = 32;
    /** In base64url, without a bit to spare, so that there is one way to write a key. */
    private static final int CHARACTERS = (ID + PROOF) / 3 * 4;

    private final SecretKeySpec master;

    CalendarKeys(SecretSettings settings) {
        master = new SecretKeySpec(settings.masterKey().getBytes(UTF_8), ALGORITHM);
    }

    /** The key of a link. */
    public String of(UUID workspaceId, UUID linkId) {
        var key = ByteBuffer.allocate(ID + PROOF).put(bytes(linkId)).put(proof(workspaceId, linkId));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.array());
    }

    /** The link that a key is of; empty where it is none for this workspace. Takes as long wherever it is wrong. */
    public Optional<UUID> linkOf(UUID workspaceId, String key) {
        if (key.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            var told = ByteBuffer.wrap(Base64.getUrlDecoder().decode(key));
            var linkId = new UUID(told.getLong(), told.getLong());
            var proof = new byte[PROOF];
            told.get(proof);
            return MessageDigest.isEqual(proof, proof(workspaceId, linkId)) ? Optional.of(linkId) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private byte[] proof(UUID workspaceId, UUID linkId) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(master);
            mac.update(PURPOSE);
            mac.update(bytes(workspaceId));
            return mac.doFinal(bytes(linkId));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
