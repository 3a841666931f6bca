package io.cairn.framework.hybrid.web;

import io.cairn.cycle.Cycle;
import io.cairn.framework.hybrid.Proposal;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalStatus;
import io.cairn.kernel.Display;
import io.cairn.metric.MetricStatus;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * KPIs on the left, the objectives of a cycle on the right, and what holds them together.
 *
 * @param cycle null while there is none at all
 * @param moreKpis whether there are more than are shown
 */
public record BoardPage(
        @Nullable Cycle cycle,
        @Nullable UUID team,
        List<Option> cycles,
        List<Option> teams,
        List<Kpi> kpis,
        boolean moreKpis,
        List<Okr> okrs,
        List<Arrow> arrows)
        implements FullPage {
    private static final int ROW = 76;

    /**
     * A KPI with the objectives that follow it or keep watch on it.
     *
     * @param proposal what it proposes, if that waits for a decision
     */
    public record Kpi(
            KpiLine line, List<Held> held, @Nullable Proposal proposal) {
        /** Off target, and nothing is done about it. */
        public boolean alone() {
            return line.metric().figures().judged() == MetricStatus.RED
                    && held.stream().allMatch(Held::guards);
        }
    }

    /** @param guards whether the KPI guards the objective instead of moving it */
    public record Held(UUID id, String name, boolean guards) {}

    public record Okr(Goal goal, List<Held> held) {
        public String percent() {
            return Display.percent(goal.progress(), goal.achieved(), goal.noData());
        }

        public boolean hasFigures() {
            return goal.figuresOn() != null && goal.progress() != null;
        }

        public @Nullable String mark() {
            return switch (goal.state()) {
                case DRAFT, ON_HOLD, CANCELLED -> goal.state().name();
                case CLOSED -> goal.achieved() ? "ACHIEVED" : "MISSED";
                case ACTIVE, SCORING ->
                    goal.health() == null ? null : goal.health().name();
            };
        }

        public boolean draft() {
            return goal.state() == GoalStatus.DRAFT;
        }
    }

    /** From one row on the left to one on the right, counted from 0. */
    public record Arrow(int from, int to, boolean guards) {
        public String path() {
            int left = ROW * from + ROW / 2;
            int right = ROW * to + ROW / 2;
            return "M4 " + left + "C48 " + left + " 48 " + right + " 86 " + right;
        }

        public String head() {
            int y = ROW * to + ROW / 2;
            return "M86 " + (y - 4) + "L94 " + y + "L86 " + (y + 4) + "Z";
        }
    }

    @Override
    public String title() {
        return "KPIs and OKRs";
    }

    @Override
    public Section section() {
        return Section.HYBRID;
    }

    public int drawingHeight() {
        return ROW * Math.max(kpis.size(), okrs.size());
    }

    /** The same in the page's own unit, so that it grows with the text. */
    public String height() {
        return java.math.BigDecimal.valueOf(drawingHeight())
                        .divide(java.math.BigDecimal.valueOf(16))
                        .toPlainString()
                + "rem";
    }

    public long alone() {
        return kpis.stream().filter(Kpi::alone).count();
    }

    static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    public String teamValue() {
        return text(team);
    }

    public String cycleValue() {
        return cycle == null ? "" : cycle.id().toString();
    }
}
