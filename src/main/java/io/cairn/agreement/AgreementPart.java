package io.cairn.agreement;

import io.cairn.agreement.TermsDiff.Difference;
import io.cairn.kernel.Display;
import io.cairn.web.Fragment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The signatures and rounds of an agreement, newest first, each round of terms with what it changed: a part that the subject's
 * page includes as {@code @template.agreement.AgreementPart(page = …)}.
 */
public record AgreementPart(Agreement agreement, ZoneId zone) implements Fragment {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final Pattern CHOICE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** A round with what its terms changed against those before; nothing when it has no terms, or there were none before. */
    public record Shown(Round round, List<Difference> differences) {}

    /** Newest first. */
    public List<Shown> rounds() {
        List<Round> oldestFirst = agreement.rounds().reversed();
        List<Shown> shown = new ArrayList<>();
        JsonNode agreed = null;
        JsonNode table = null;
        for (Round round : oldestFirst) {
            JsonNode terms = round.terms();
            shown.add(new Shown(round, terms == null || table == null ? List.of() : differences(table, terms)));
            table = terms == null ? table : terms;
            if (round.state() == State.AGREED) {
                agreed = table;
            } else if (round.act() == Act.WITHDRAW && agreed != null) {
                table = agreed;
            }
        }
        return shown.reversed();
    }

    /** Without the ids, which say nothing to people. */
    private static List<Difference> differences(JsonNode before, JsonNode after) {
        return TermsDiff.between(before, after).stream()
                .filter(difference -> !difference.path().matches(".*/(id|[a-zA-Z]+Id)"))
                .toList();
    }

    /** What is agreed, and what lies on the table, newest first. */
    public List<Version> signed() {
        return agreement.versions().stream()
                .filter(version -> version.agreed() || version.state() == State.OFFERED)
                .toList();
    }

    public String heading(Version version) {
        String what = version.number() == 1 ? "The terms" : "Amendment " + (version.number() - 1);
        LocalDate from = version.effectiveFrom();
        return from == null ? what : what + ", from " + day(from);
    }

    /** Whose answer is awaited, for people. */
    public static @Nullable String awaited(Version version) {
        return switch (version.turn()) {
            case null -> null;
            case APPROVER -> "Both sides have signed; the approval is missing.";
            case FIRST, SECOND -> "One side has signed; the other side’s answer is missing.";
        };
    }

    /** What a person did, after their name and role. */
    public static String told(Round round) {
        if (round.act() == Act.OFFER && round.version() > 1) {
            return "offered an amendment";
        }
        boolean complete = round.state() == State.AGREED && round.act() != Act.COMMENT;
        return complete ? round.act().told() + " – agreed" : round.act().told();
    }

    public String time(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A value of the terms as people read it. */
    public static String value(@Nullable JsonNode value) {
        if (value == null) {
            return Display.NONE;
        }
        if (value.isNumber()) {
            return Display.number(value.decimalValue());
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        String text = value.asString();
        if (ISO_DAY.matcher(text).matches()) {
            return dayOr(text);
        }
        return CHOICE.matcher(text).matches() && text.length() > 3
                ? text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ')
                : text;
    }

    private static String dayOr(String text) {
        try {
            return day(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return text;
        }
    }
}
