package io.cairn.goal.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.GoalHistory.Reported;
import io.cairn.goal.Measure;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A check-in as a thread shows it: what changed, how the key result fared then, and whether the viewer may correct it. */
public record CheckInView(Reported reported, boolean mayCorrect, ZoneId zone, LocalDate today) {

    public CheckIn checkIn() {
        return reported.checkIn();
    }

    public Measure measure() {
        return reported.after();
    }

    public String day() {
        return Days.shown(LocalDate.ofInstant(checkIn().at(), zone), today);
    }

    public String author() {
        return checkIn().author() == null ? "Somebody" : checkIn().author().name();
    }

    /** {@code 28.4 → 28 h}, or the value alone where it did not move. */
    public String change() {
        MeasureWords.Shown after = MeasureWords.reported(reported.after());
        MeasureWords.Shown before = reported.before().checkIns() == 0
                ? MeasureWords.began(reported.before())
                : MeasureWords.reported(reported.before());
        if (before.equals(after) || before.number().equals("–")) {
            return after.toString();
        }
        return (after.unit().equals(before.unit()) ? before.number() : before.toString()) + " → " + after;
    }

    public boolean moved() {
        return change().contains(" → ");
    }

    /** {@code corrected from 89.9}; null where it was not. */
    public @Nullable String correction() {
        if (!checkIn().corrected()) {
            return null;
        }
        boolean moved = checkIn().firstValue() != null
                && checkIn().value() != null
                && checkIn().firstValue().compareTo(checkIn().value()) != 0;
        return moved
                ? "corrected from "
                        + MeasureWords.Shown.of(checkIn().firstValue(), "").number()
                : "corrected";
    }

    public @Nullable String health() {
        return measure().health() == null ? null : measure().health().name();
    }
}
