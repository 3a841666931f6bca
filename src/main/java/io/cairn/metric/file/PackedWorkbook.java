package io.cairn.metric.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Opens workbooks that somebody sent. They are held in memory unpacked, so how large that is has to be known before. */
public final class PackedWorkbook {
    private static final int MOST_PARTS = 500;
    private static final long LARGEST_PART = 100L * 1024 * 1024;
    private static final int AT_ONCE = 64 * 1024;

    static {
        // thousands of rows that are alike pack tighter than any ratio allows, ours too; what counts is the size itself
        ZipSecureFile.setMinInflateRatio(0);
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMaxTextSize(LARGEST_PART);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private PackedWorkbook() {}

    /**
     * Unpacks it once without keeping anything.
     *
     * @param most bytes of all parts together
     * @throws IOException where it is larger, or no archive
     */
    static void refuseOver(byte[] content, long most) throws IOException {
        byte[] part = new byte[AT_ONCE];
        long left = most;
        int parts = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts++;
                for (int read = zip.read(part); read >= 0; read = zip.read(part)) {
                    left -= read;
                    if (left < 0 || parts > MOST_PARTS) {
                        throw new IOException("unpacks to too much");
                    }
                }
            }
        } catch (IllegalArgumentException unreadableName) {
            throw new IOException(unreadableName);
        }
    }

    /**
     * Reads a sheet. Nothing can be declared in it, so that what is limited otherwise are only the marks for {@code &} and
     * {@code "}, of which a long sheet with formulas has many.
     */
    public static XMLReader reader() throws SAXException, ParserConfigurationException {
        XMLReader reader = XMLHelper.newXMLReader();
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        reader.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        reader.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        // what is wrong with somebody's file is told to them and is no line of our log
        reader.setErrorHandler(new DefaultHandler());
        return reader;
    }

    /** Only after its unpacked size was looked at. */
    public static OPCPackage open(byte[] content) throws IOException, InvalidFormatException {
        return OPCPackage.open(new ByteArrayInputStream(content));
    }
}
