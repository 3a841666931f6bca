package io.cairn.connector;

import io.cairn.database.PrivateFiles;
import io.cairn.database.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals connectors' secrets: AES-256-GCM with a random nonce, bound to the connector, so that a sealed secret moved to
 * another row opens nothing. The key is {@code CAIRN_SECRET_KEY}, or a file in the data folder that is made when the first
 * secret comes.
 */
@Component
class Vault {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String FILE = "secret.key";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable Path file;
    private @Nullable SecretKeySpec key;

    Vault(@Value("${CAIRN_SECRET_KEY:}") String named, @Value("${cairn.data:}") String folder) {
        this.key = named.isBlank() ? null : key(named, "CAIRN_SECRET_KEY");
        this.file = folder.isBlank() ? null : Path.of(folder).resolve(FILE);
    }

    /** @throws io.cairn.kernel.ProblemException {@code NO_SECRET_KEY} where there is neither key nor folder */
    byte[] seal(UUID connector, String secret) {
        try {
            byte[] nonce = random(NONCE_BYTES);
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, connector, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is not there", impossible);
        }
    }

    /** @throws io.cairn.kernel.ProblemException {@code SECRET_UNREADABLE} when it was sealed with another key */
    String open(UUID connector, byte[] sealed) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, connector, Arrays.copyOf(sealed, NONCE_BYTES));
            byte[] opened = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException otherKey) {
            throw ConnectorProblem.SECRET_UNREADABLE.at("secret").exception();
        }
    }

    private Cipher cipher(int mode, UUID connector, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(connector.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private synchronized SecretKeySpec key() {
        if (key == null) {
            key = kept();
        }
        return key;
    }

    private SecretKeySpec kept() {
        if (file == null) {
            throw ConnectorProblem.NO_SECRET_KEY.at("secret").exception();
        }
        try {
            if (Files.notExists(file)) {
                PrivateFiles.write(file, Base64.getEncoder().encodeToString(random(KEY_BYTES)) + "\n");
            }
            return key(Files.readString(file), file.toString());
        } catch (IOException broken) {
            throw new UncheckedIOException("The key of connectors' secrets could not be read", broken);
        }
    }

    private static SecretKeySpec key(String base64, String where) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException unreadable) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new StartRefused(where + " must hold 32 random bytes in base64; openssl rand -base64 32 makes them.");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
