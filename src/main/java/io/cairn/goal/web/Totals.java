package io.cairn.goal.web;

import io.cairn.goal.GoalSearch.Tally;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Pace;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counted goals in words and by pace. */
public record Totals(List<Tally> tallies) {
    private enum Word {
        ON_TRACK,
        AT_RISK,
        OFF_TRACK,
        NO_DATA,
        ON_HOLD,
        DRAFT,
        CLOSED,
        CANCELLED;

        static Word of(Tally tally) {
            return switch (tally.state()) {
                case DRAFT -> DRAFT;
                case ON_HOLD -> ON_HOLD;
                case CANCELLED -> CANCELLED;
                case CLOSED -> CLOSED;
                case ACTIVE, SCORING ->
                    switch (tally.health()) {
                        case ON_TRACK -> ON_TRACK;
                        case AT_RISK -> AT_RISK;
                        case OFF_TRACK -> OFF_TRACK;
                        case null -> NO_DATA;
                    };
            };
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** {@code 1 on track · 1 off track · 1 draft}. */
    public String words() {
        Map<Word, Integer> counted = new EnumMap<>(Word.class);
        tallies.forEach(tally -> counted.merge(Word.of(tally), tally.goals(), Integer::sum));
        return counted.entrySet().stream()
                .map(one -> one.getKey() == Word.DRAFT
                        ? MeasureWords.counted(one.getValue(), "draft")
                        : one.getValue() + " " + one.getKey().text())
                .collect(Collectors.joining(" · "));
    }

    public int goals() {
        return tallies.stream().mapToInt(Tally::goals).sum();
    }

    public int ahead() {
        return running(Pace.ON_TRACK, true);
    }

    public int onPace() {
        return running(Pace.ON_TRACK, false);
    }

    public int behind() {
        return running(Pace.AT_RISK, null) + running(Pace.OFF_TRACK, null);
    }

    private int running(Pace pace, @Nullable Boolean ahead) {
        return tallies.stream()
                .filter(tally -> tally.state() == GoalStatus.ACTIVE || tally.state() == GoalStatus.SCORING)
                .filter(tally -> tally.pace() == pace && (ahead == null || ahead == tally.ahead()))
                .mapToInt(Tally::goals)
                .sum();
    }
}
