package io.cairn.goal;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a check-in must say and when it may count. */
final class CheckInCheck {
    private CheckInCheck() {}

    static void content(Measure measure, CheckInContent content) {
        Texts texts = new Texts();
        if (measure.metricId() != null) {
            followed(content, texts);
        } else {
            texts.addAll(ReadingRules.check(
                    measure.terms(),
                    content.value(),
                    done(measure, content, texts),
                    content.level(),
                    content.confidence()));
        }
        texts.optional("note", content.note(), 4000);
        if (content.healthOverride() != null
                && (content.note() == null || content.note().isBlank())) {
            texts.add(GeneralProblem.REQUIRED
                    .saying("Say why you judge it differently.")
                    .at("note"));
        }
        texts.refuseIfAny();
    }

    /** Its value comes from its metric; people say how confident they are, and why. */
    private static void followed(CheckInContent content, Texts texts) {
        if (content.value() != null) {
            texts.add(GoalProblem.VALUE_FROM_METRIC.at("value"));
        } else if (content.confidence() == null
                && (content.note() == null || content.note().isBlank())) {
            texts.add(GeneralProblem.REQUIRED
                    .saying("Say how confident you are, or leave a note.")
                    .at("confidence"));
        }
        texts.addAll(ReadingRules.confidence(content.confidence()));
    }

    /** Every milestone's share done once those named are changed; null when none are named. */
    static @Nullable List<BigDecimal> done(Measure measure, CheckInContent content, Texts texts) {
        if (content.milestones() == null) {
            return null;
        }
        Map<String, BigDecimal> named = new HashMap<>();
        for (int i = 0; i < content.milestones().size(); i++) {
            CheckInContent.MilestoneDone one = content.milestones().get(i);
            boolean known = one != null
                    && i < measure.milestones().size()
                    && measure.milestones().stream().anyMatch(m -> m.name().equals(one.name()));
            if (!known || one.done() == null) {
                texts.unknown("milestones[" + i + "]", false);
            } else {
                named.put(one.name(), one.done());
            }
        }
        return measure.milestones().stream()
                .map(m -> named.getOrDefault(m.name(), m.done()))
                .toList();
    }

    static void time(Goal goal, Instant at, Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        Problem problem = null;
        if (at.isAfter(now)) {
            problem = GoalProblem.CHECK_IN_IN_FUTURE.at("at");
        } else if (goal.startsOn() != null && day.isBefore(goal.startsOn())) {
            problem = GoalProblem.CHECK_IN_BEFORE_START.at("at");
        }
        if (problem != null) {
            throw problem.exception();
        }
    }

    /** An instant with its offset, or a day: noon of it in the organisation's zone, or now if that is still to come. */
    static Instant at(@Nullable String text, Instant now, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return now;
        }
        try {
            if (text.length() == 10) {
                LocalDate day = LocalDate.parse(text);
                Instant noon = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
                return noon.isAfter(now) && day.equals(LocalDate.ofInstant(now, zone)) ? now : noon;
            }
            Instant at = OffsetDateTime.parse(text).toInstant();
            return inCalendar(at);
        } catch (DateTimeException unreadable) {
            throw GeneralProblem.INVALID
                    .saying("Write the time as 2026-08-15T10:00:00Z or the day as 2026-08-15.")
                    .at("at")
                    .exception();
        }
    }

    /** PostgreSQL and calendars agree from year 1 to 9999. */
    private static Instant inCalendar(Instant at) {
        if (at.isBefore(Instant.parse("0001-01-01T00:00:00Z")) || at.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
            throw new DateTimeException("Out of range");
        }
        return at;
    }
}
