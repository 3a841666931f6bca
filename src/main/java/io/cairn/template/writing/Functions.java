package io.cairn.template.writing;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The functions that Excel, Google Sheets and LibreOffice all know and work out alike; templates use no others. */
public final class Functions {
    public static final Set<String> KNOWN = Set.of(
            "IF",
            "AND",
            "OR",
            "NOT",
            "SUM",
            "SUMIF",
            "SUMPRODUCT",
            "PRODUCT",
            "COUNT",
            "COUNTA",
            "COUNTIF",
            "COUNTIFS",
            "AVERAGE",
            "MIN",
            "MAX",
            "ROUND",
            "ABS",
            "INDEX",
            "MATCH",
            "VLOOKUP",
            "CHOOSE",
            "COLUMN",
            "ISNUMBER");

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\s*\\(");

    private Functions() {}

    /** Those a formula calls, as it writes them. */
    public static Set<String> of(String formula) {
        Set<String> called = new TreeSet<>();
        var calls = CALL.matcher(TEXT.matcher(formula).replaceAll("\"\""));
        while (calls.find()) {
            called.add(calls.group(1));
        }
        return called;
    }
}
