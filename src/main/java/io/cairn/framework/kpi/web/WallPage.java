package io.cairn.framework.kpi.web;

import io.cairn.framework.kpi.Dashboard;
import io.cairn.web.Fragment;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A dashboard for a screen on the wall: a document of its own, without the shell, that renews itself. */
public record WallPage(Dashboard dashboard, Board board, ZonedDateTime now) implements Fragment {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE, d MMMM, HH:mm", Locale.ENGLISH);
    private static final int[] MOST = {1, 2, 4, 6, 9, 12, 16, 20, 25, 30};

    public String time() {
        return TIME.format(now);
    }

    /** The name of a grid that holds them all on one screen: the smallest of a few. */
    public String grid() {
        int places =
                board.tiles().stream().mapToInt(tile -> tile.wide() ? 2 : 1).sum();
        for (int most : MOST) {
            if (places <= most) {
                return "wall-" + most;
            }
        }
        return "wall-more";
    }
}
