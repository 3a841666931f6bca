package io.cairn.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The place in a list, opaque to callers: the last row's sort key with a check sum, so that a mistyped one is noticed. */
public final class Cursor {
    private Cursor() {}

    public static String encode(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((checksum(position) + ":" + position).getBytes(StandardCharsets.UTF_8));
    }

    public static @Nullable String decode(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            String position = text.substring(colon + 1);
            if (colon > 0 && text.substring(0, colon).equals(checksum(position))) {
                return position;
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal below
        }
        throw GeneralProblem.INVALID_CURSOR.at("cursor").exception();
    }

    /** A cursor over rows ordered by id. */
    public static @Nullable UUID decodeId(@Nullable String cursor) {
        String position = decode(cursor);
        try {
            return position == null ? null : UUID.fromString(position);
        } catch (IllegalArgumentException otherList) {
            throw GeneralProblem.INVALID_CURSOR.at("cursor").exception();
        }
    }

    private static String checksum(String position) {
        var crc = new CRC32();
        crc.update(position.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
