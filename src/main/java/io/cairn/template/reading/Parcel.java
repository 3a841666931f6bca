package io.cairn.template.reading;

import io.cairn.kernel.Problem;
import io.cairn.template.ReturnProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * An archive looked through once before anything is made of it: how much it unpacks to, and whether it holds what is never
 * read (macros, links to other files, XML that declares entities).
 *
 * @param tables the CSV files in it by their name without folders; empty for a workbook
 * @param isWorkbook whether it says of itself that it is one
 */
record Parcel(Map<String, byte[]> tables, boolean isWorkbook) {
    private static final long LARGEST_UNPACKED = 64L * 1024 * 1024;
    private static final int MOST_PARTS = 500;

    /** Parts that are no table are held as trees, which take many times their size. */
    private static final int LARGEST_TREE = 4 * 1024 * 1024;

    private static final String TYPES = "[Content_Types].xml";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument";

    /** @throws io.cairn.kernel.ProblemException for what is never read */
    static Parcel open(byte[] content) {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        boolean workbook = false;
        boolean openDocument = false;
        long left = LARGEST_UNPACKED;
        int parts = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = unpacked(zip, left);
                left -= part.length;
                parts++;
                if (parts > MOST_PARTS) {
                    throw ReturnProblem.FILE_UNPACKS_TOO_LARGE
                            .saying("This archive has more than 500 parts and is not read.")
                            .exception();
                }
                String name = entry.getName().replace('\\', '/');
                workbook |= name.equals(TYPES);
                openDocument |= name.equals("mimetype")
                        && new String(part, StandardCharsets.ISO_8859_1).startsWith(OPEN_DOCUMENT);
                refuseForbidden(name.toLowerCase(Locale.ROOT), part);
                if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    String own = name.substring(name.lastIndexOf('/') + 1);
                    if (tables.put(own, part) != null) {
                        throw ReturnProblem.SHEET_TWICE
                                .saying("The archive has two files “" + own + "”.")
                                .exception();
                    }
                }
            }
        } catch (ZipException encryptedOrTorn) {
            throw torn(encryptedOrTorn).exception();
        } catch (IOException | IllegalArgumentException torn) {
            throw ReturnProblem.FILE_UNREADABLE.exception();
        }
        if (openDocument) {
            throw ReturnProblem.FILE_UNREADABLE
                    .saying("OpenDocument files (.ods) are not read; save it as a workbook (.xlsx) or as CSV.")
                    .exception();
        }
        if (parts == 0 || (!workbook && tables.isEmpty())) {
            throw ReturnProblem.FILE_UNREADABLE.exception();
        }
        return new Parcel(tables, workbook);
    }

    private static Problem torn(ZipException why) {
        boolean encrypted = why.getMessage() != null && why.getMessage().contains("encrypted");
        return encrypted ? ReturnProblem.FILE_ENCRYPTED.problem() : ReturnProblem.FILE_UNREADABLE.problem();
    }

    private static byte[] unpacked(InputStream part, long most) throws IOException {
        byte[] content = part.readNBytes((int) most + 1);
        if (content.length > most) {
            throw ReturnProblem.FILE_UNPACKS_TOO_LARGE.exception();
        }
        return content;
    }

    private static void refuseForbidden(String name, byte[] part) {
        if (name.contains("vbaproject") || name.contains("/macrosheets/") || name.contains("/activex/")) {
            throw ReturnProblem.FILE_HAS_MACROS.exception();
        }
        if (name.contains("/externallinks/") || name.endsWith("/connections.xml")) {
            throw ReturnProblem.FILE_HAS_LINKS.exception();
        }
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        if (xml) {
            refuseDeclarations(part);
            boolean table = name.startsWith("xl/worksheets/sheet") || name.startsWith("xl/sharedstrings");
            if (!table && part.length > LARGEST_TREE) {
                throw ReturnProblem.FILE_UNPACKS_TOO_LARGE
                        .saying("A part of this workbook that holds no rows is larger than 4 MB and is not read.")
                        .exception();
            }
            if (name.equals(TYPES.toLowerCase(Locale.ROOT))
                    && (contains(part, "macroEnabled") || contains(part, "vbaProject"))) {
                throw ReturnProblem.FILE_HAS_MACROS.exception();
            }
        }
    }

    /** Text can hold neither mark unescaped; XML in other encodings, where they would be spelled otherwise, is not read at all. */
    private static void refuseDeclarations(byte[] part) {
        boolean otherEncoding = part.length > 1 && (part[0] == 0 || part[1] == 0 || (part[0] & 0xFF) >= 0xFE);
        if (otherEncoding) {
            throw ReturnProblem.FILE_UNREADABLE.exception();
        }
        if (contains(part, "<!DOCTYPE") || contains(part, "<!ENTITY")) {
            throw ReturnProblem.FILE_HAS_ENTITIES.exception();
        }
    }

    private static boolean contains(byte[] part, String wanted) {
        byte[] bytes = wanted.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + bytes.length <= part.length; i++) {
            int matched = 0;
            while (matched < bytes.length && part[i + matched] == bytes[matched]) {
                matched++;
            }
            if (matched == bytes.length) {
                return true;
            }
        }
        return false;
    }
}
