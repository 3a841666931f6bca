package io.cairn.template.writing;

import io.cairn.template.Filled;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files that every system takes: lower case letters and digits with hyphens between them, no two alike. */
public final class FileNames {
    private static final int LONGEST = 80;

    private final Set<String> given = new HashSet<>();

    /** Begins with no name given yet. */
    public FileNames() {}

    /** {@code mbo-tracker-ava-q3-2026.xlsx}, and {@code -2} behind it where that is given already. */
    public String next(Filled filled, Format format) {
        String name = joined(filled.form().key(), about(filled));
        String free = name;
        for (int i = 2; !given.add(free); i++) {
            free = name + "-" + i;
        }
        return free + ending(format);
    }

    /** The name of a file that is sent by itself, in ASCII as headers want it. */
    public static String alone(Filled filled, Format format) {
        return plain(joined(filled.form().key(), about(filled))) + ending(format);
    }

    /** Without letters that headers do not take. */
    public static String plain(String name) {
        return name.replaceAll("[^a-z0-9-]", "").replaceAll("-{2,}", "-").replaceAll("-$", "");
    }

    /** What a file of this format's name ends in: {@code -notion.zip}. */
    public static String ending(Format format) {
        return switch (format) {
            case XLSX, DOCX -> "." + format.ending();
            case GOOGLE, NOTION -> "-" + format.key() + "." + format.ending();
        };
    }

    /** Words joined, as a part of a name; nothing of what is no letter and no digit is left. */
    public static String joined(String first, String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String name = Normalizer.normalize(plain.isEmpty() ? first : first + "-" + plain, Normalizer.Form.NFC);
        int end = Math.min(LONGEST, name.length());
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
    }

    private static String about(Filled filled) {
        return filled.about().isEmpty() ? filled.variant().name() : filled.about();
    }
}
