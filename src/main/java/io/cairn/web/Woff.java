package io.cairn.web;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a web font (WOFF 1.0) into the TrueType font it holds. Source: https://www.w3.org/TR/WOFF/. */
final class Woff {
    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int SFNT_HEADER = 12;
    private static final int SFNT_ENTRY = 16;

    private Woff() {}

    static byte[] unpack(byte[] font) {
        ByteBuffer in = ByteBuffer.wrap(font);
        if (in.getInt(0) != SIGNATURE) {
            throw new IllegalStateException("Not a WOFF font");
        }
        int tables = in.getShort(12);
        ByteBuffer out = ByteBuffer.allocate(in.getInt(16));
        int power = Integer.highestOneBit(tables);
        out.putInt(in.getInt(4))
                .putShort((short) tables)
                .putShort((short) (power * SFNT_ENTRY))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) ((tables - power) * SFNT_ENTRY));
        int data = SFNT_HEADER + tables * SFNT_ENTRY;
        for (int i = 0; i < tables; i++) {
            int at = HEADER + i * ENTRY;
            int length = in.getInt(at + 12);
            out.putInt(in.getInt(at)).putInt(in.getInt(at + 16)).putInt(data).putInt(length);
            inflate(font, in.getInt(at + 4), in.getInt(at + 8), out.array(), data, length);
            data += (length + 3) & ~3;
        }
        return out.array();
    }

    /** A table that packing would not have made smaller stands there as it is. */
    private static void inflate(byte[] from, int at, int packed, byte[] to, int into, int length) {
        if (packed == length) {
            System.arraycopy(from, at, to, into, length);
            return;
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(from, at, packed);
            int done = 0;
            while (done < length && !inflater.finished()) {
                done += inflater.inflate(to, into + done, length - done);
            }
        } catch (DataFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
