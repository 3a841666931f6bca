package io.cairn.template.writing;

import io.cairn.kernel.GeneralProblem;
import java.util.Locale;
import java.util.stream.Stream;

/** What a template can be taken away as. */
public enum Format {
    XLSX("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    GOOGLE("Google Sheets", "zip", "application/zip"),
    NOTION("Notion", "zip", "application/zip"),
    DOCX("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /** Of several files in one. */
    public static final String ARCHIVE = "application/zip";

    private final String label;
    private final String ending;
    private final String type;

    Format(String label, String ending, String type) {
        this.label = label;
        this.ending = ending;
        this.type = type;
    }

    public String label() {
        return label;
    }

    /** Of the file's name. */
    public String ending() {
        return ending;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** The one of this key. @throws io.cairn.kernel.ProblemException NOT_FOUND */
    public static Format require(String key) {
        return Stream.of(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** As in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
