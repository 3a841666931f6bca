package io.cairn.framework.kpi.web;

import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inbox of alerts.
 *
 * @param all whether those of metrics that others look after are shown as well
 * @param done whether those that somebody has taken note of are shown instead
 * @param alerts how many open ones wait for the viewer
 */
public record AlertsPage(
        boolean all,
        boolean done,
        List<AlertLine> lines,
        @Nullable String next,
        int alerts) implements FullPage {
    @Override
    public String title() {
        return "Alerts";
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    /** Whether any of them waits for this viewer. */
    public boolean waits() {
        return !done && lines.stream().anyMatch(line -> line.alert().mayAcknowledge());
    }

    public static String at(boolean all, boolean done) {
        return "/alerts" + (all ? "?show=ALL" : "") + (done ? (all ? "&" : "?") + "state=DONE" : "");
    }

    public String here() {
        return at(all, done);
    }

    public @Nullable String nextUrl() {
        return next == null ? null : here() + (all || done ? "&" : "?") + "cursor=" + next;
    }
}
