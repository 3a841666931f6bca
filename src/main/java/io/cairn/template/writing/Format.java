package io.cairn.template.writing;

import java.util.Locale;

/** What a template can be taken away as. */
public enum Format {
    XLSX("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    GOOGLE("Google Sheets", "zip", "application/zip"),
    NOTION("Notion", "zip", "application/zip"),
    DOCX("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

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

    /** As in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
