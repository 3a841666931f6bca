package io.cairn.template;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet. Formulas are Excel's own with the names of columns in braces: {@code {target}} is the cell of the same row,
 * {@code {weight*}} all rows of the column, {@code {curve.factor*}} all rows of another sheet's column and {@code {plan.modifier!}}
 * the first row of one; only the functions of
 * {@code io.cairn.template.writing.Functions} are allowed.
 *
 * @param key lower camel case, stable; never shown
 * @param title the heading, unique in its sheet, by which a file's column is found again
 * @param needed whether a row without it is refused
 * @param refersTo {@code sheet.column} whose values it may take; null where it does not refer within the file
 * @param formula of a computed column; null where it is typed
 * @param total formula above the column; null where there is none
 * @param shown whether it is only shown and never read back; computed columns always are
 * @param width in characters
 */
public record Column(
        String key,
        String title,
        Kind kind,
        List<Choice> choices,
        boolean needed,
        @Nullable String refersTo,
        @Nullable String formula,
        @Nullable String total,
        boolean shown,
        int width,
        List<Mark> marks) {
    /**
     * What its cells hold. PERCENT is a fraction (0.6 is 60 %), MONEY an amount in the file's currency, REFERENCE the name of
     * something that is already there, ID and VERSION say which thing a row stands for and as of which version.
     */
    public enum Kind {
        TEXT,
        NUMBER,
        PERCENT,
        MONEY,
        DAY,
        CHOICE,
        REFERENCE,
        ID,
        VERSION
    }

    /** A word of a closed list: what the API calls it and what the file shows. */
    public record Choice(String value, String label) {}

    /** The words of an enum, in its order. */
    public static <E extends Enum<E>> List<Choice> words(E[] values, Function<E, String> label) {
        return Stream.of(values)
                .map(value -> new Choice(value.name(), label.apply(value)))
                .toList();
    }

    /** A colour a cell takes while the condition, a formula as above, holds; the first that holds wins. */
    public record Mark(Tone tone, String condition) {}

    public enum Tone {
        GOOD,
        CAUTION,
        BAD
    }

    public Column {
        choices = List.copyOf(choices);
        marks = List.copyOf(marks);
        shown = shown || formula != null;
    }

    public static Column of(String key, String title, Kind kind, int width) {
        return new Column(key, title, kind, List.of(), false, null, null, null, false, width, List.of());
    }

    public static Column text(String key, String title, int width) {
        return of(key, title, Kind.TEXT, width);
    }

    public static Column choice(String key, String title, List<Choice> choices) {
        int widest =
                choices.stream().mapToInt(one -> one.label().length()).max().orElse(0);
        return new Column(
                key,
                title,
                Kind.CHOICE,
                choices,
                false,
                null,
                null,
                null,
                false,
                Math.max(widest, title.length()) + 4,
                List.of());
    }

    public static Column number(String key, String title) {
        return of(key, title, Kind.NUMBER, Math.max(title.length() + 3, 10));
    }

    public static Column percent(String key, String title) {
        return of(key, title, Kind.PERCENT, Math.max(title.length() + 3, 10));
    }

    public static Column money(String key, String title) {
        return of(key, title, Kind.MONEY, Math.max(title.length() + 3, 14));
    }

    public static Column day(String key, String title) {
        return of(key, title, Kind.DAY, 12);
    }

    public static Column reference(String key, String title, int width) {
        return of(key, title, Kind.REFERENCE, width);
    }

    /** Which thing a row stands for; without one it is a new thing. */
    public static Column id() {
        return of("id", "ID", Kind.ID, 38);
    }

    /** The version of that thing when the file was made. */
    public static Column version() {
        return of("version", "Version", Kind.VERSION, 9);
    }

    public Column mustBeGiven() {
        return new Column(key, title, kind, choices, true, refersTo, formula, total, shown, width, marks);
    }

    public Column refersTo(String sheetAndColumn) {
        return new Column(key, title, kind, choices, needed, sheetAndColumn, formula, total, shown, width, marks);
    }

    public Column computed(String by) {
        return new Column(key, title, kind, choices, needed, refersTo, by, total, true, width, marks);
    }

    public Column onlyShown() {
        return new Column(key, title, kind, choices, needed, refersTo, formula, total, true, width, marks);
    }

    public Column totalled(String by) {
        return new Column(key, title, kind, choices, needed, refersTo, formula, by, shown, width, marks);
    }

    public Column marked(Mark... some) {
        return new Column(key, title, kind, choices, needed, refersTo, formula, total, shown, width, List.of(some));
    }

    /** Whether what a file holds here is read when it comes back. */
    public boolean isRead() {
        return !shown;
    }

    /** The label of a choice's value; the value itself where it is none of them. */
    public String label(String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }
}
