package io.cairn.agreement;

import io.cairn.kernel.PersonRef;
import java.time.Instant;

/**
 * Who signed what, in which role, and when.
 *
 * @param digest SHA-256 of the document that was signed, in small hexadecimal
 */
public record Signature(Side side, PersonRef person, String role, Instant at, String digest) {
    private static final int SHORT = 12;

    /** Enough of the digest to compare two papers by eye. */
    public String shortDigest() {
        return digest.substring(0, SHORT);
    }
}
