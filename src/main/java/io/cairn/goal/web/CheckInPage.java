package io.cairn.goal.web;

import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All key results the viewer is to report on, a row each.
 *
 * @param opened the objective whose rows stand first, when the sheet was opened from it
 */
public record CheckInPage(
        List<CheckInRow> rows,
        CheckInRow.Moment moment,
        @Nullable Opened opened) implements FullPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final List<String> NUMBERS = List.of(
            "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve");

    record Opened(UUID id, String title) {}

    /** Rows under a heading of their own; without one the page's own says enough. */
    record Group(@Nullable String heading, List<CheckInRow> rows) {}

    @Override
    public String title() {
        return "Check in";
    }

    @Override
    public Section section() {
        return Section.CHECK_IN;
    }

    @Override
    public int status() {
        return rows.stream()
                .mapToInt(CheckInRow::status)
                .filter(status -> status != 200)
                .findFirst()
                .orElse(200);
    }

    public String day() {
        return DAY.format(moment.today());
    }

    public String lede() {
        long due = rows.stream().filter(CheckInRow::isDue).count();
        String all = (rows.size() < NUMBERS.size() ? NUMBERS.get(rows.size()) : Integer.toString(rows.size()))
                + (rows.size() == 1 ? " key result" : " key results");
        String part = due == 0 || due == rows.size() ? "" : ", " + due + (due == 1 ? " is due" : " are due");
        return all + part + ". Each row saves itself when you leave it.";
    }

    public String saved() {
        return rows.stream().filter(row -> row.savedAt() != null).count() + " of " + rows.size() + " saved";
    }

    public String doneUrl() {
        return opened == null ? "/" : "/objectives/" + opened.id();
    }

    public List<Group> groups() {
        if (opened == null) {
            return List.of(new Group(null, rows));
        }
        List<CheckInRow> here = rows.stream().filter(this::isOpened).toList();
        List<CheckInRow> rest = rows.stream().filter(row -> !isOpened(row)).toList();
        return rest.isEmpty()
                ? List.of(new Group(null, here))
                : List.of(new Group(opened.title(), here), new Group("Also yours to report", rest));
    }

    private boolean isOpened(CheckInRow row) {
        return opened != null && row.report().goal().id().equals(opened.id());
    }
}
