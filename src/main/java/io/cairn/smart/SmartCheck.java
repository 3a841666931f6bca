package io.cairn.smart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SMART check: each letter with its reason and what would mend it. A partial pass counts as none in the score; five passes
 * are a SMART goal. Source: frameworks 2.4.
 *
 * @param score how many of the five letters pass
 */
public record SmartCheck(List<SmartFinding> letters, int score, boolean smart) {
    private static final int FEWEST_WORDS = 4;
    private static final int WORDS_OF_A_REASON = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    public SmartCheck {
        letters = List.copyOf(letters);
    }

    public static SmartCheck of(SmartFacts facts) {
        return of(facts, SmartWords.all());
    }

    static SmartCheck of(SmartFacts facts, SmartWords words) {
        List<SmartFinding> letters = List.of(
                specific(facts, words), measurable(facts), achievable(facts), relevant(facts), timeBound(facts));
        int score = (int) letters.stream().filter(SmartFinding::passes).count();
        return new SmartCheck(letters, score, score == letters.size());
    }

    public SmartFinding letter(SmartLetter letter) {
        return letters.get(letter.ordinal());
    }

    public boolean passes(SmartLetter letter) {
        return letter(letter).passes();
    }

    /** Four things make it specific; half of them make it partly so. */
    private static SmartFinding specific(SmartFacts facts, SmartWords words) {
        SmartWords.Read read = words.read(
                facts.title() + " " + facts.promise(), facts.measured().says());
        List<String> missing = new ArrayList<>();
        List<String> mends = new ArrayList<>();
        if (!read.verb()) {
            missing.add("no verb says what is done");
            mends.add("Begin with what somebody does: increase, launch, answer.");
        }
        if (read.solid() < FEWEST_WORDS) {
            missing.add("it is too short to say what, where and for whom");
            mends.add("Say what, where and for whom, in four words at least.");
        }
        if (!facts.owned()) {
            missing.add("nobody answers for it");
            mends.add("Name one owner.");
        }
        if (!read.vague().isEmpty()) {
            missing.add(quoted(read.vague()) + " can be read in two ways");
            mends.add("Say what is true when it is done, or give it a number.");
        }
        if (missing.isEmpty()) {
            return SmartFinding.pass(SmartLetter.SPECIFIC, "It says what is done, and who answers for it.");
        }
        return SmartFinding.of(
                SmartLetter.SPECIFIC,
                missing.size() < 3 ? SmartMark.PARTIAL : SmartMark.FAIL,
                sentence(String.join(", ", missing)),
                String.join(" ", mends));
    }

    private static SmartFinding measurable(SmartFacts facts) {
        SmartLetter letter = SmartLetter.MEASURABLE;
        return switch (facts.measured()) {
            case TARGET -> SmartFinding.pass(letter, "A number says when it is reached.");
            case STEPS -> SmartFinding.pass(letter, "Steps that are done or not say how far it is.");
            case DESCRIBED ->
                SmartFinding.of(
                        letter,
                        SmartMark.PARTIAL,
                        "Levels in words say how far it is, a number does not.",
                        "Find a number that moves with it, or break it into steps.");
            case SOME ->
                SmartFinding.of(
                        letter,
                        SmartMark.PARTIAL,
                        "Some of what it is measured by has a target, not all.",
                        "Give each a target or steps.");
            case NAMED ->
                SmartFinding.of(
                        letter, SmartMark.PARTIAL, "It says what is measured, but not how much.", "Set the target.");
            case NONE ->
                SmartFinding.of(
                        letter,
                        SmartMark.FAIL,
                        "Nothing says how anybody will know.",
                        "Add a number with a target, or steps that are done or not.");
        };
    }

    private static SmartFinding achievable(SmartFacts facts) {
        SmartLetter letter = SmartLetter.ACHIEVABLE;
        SmartFacts.Attested attested = facts.attested();
        String by = attested.by() == null ? "somebody" : attested.by();
        SmartFinding finding =
                switch (attested.state()) {
                    case ATTESTED -> SmartFinding.pass(letter, sentence(by + " said so" + on(attested.on())));
                    case AGREED -> SmartFinding.pass(letter, "Both sides agreed on it.");
                    case TO_BE_AGREED ->
                        new SmartFinding(
                                letter,
                                SmartMark.NA,
                                "Both sides say so when they sign.",
                                "Nothing to do here: signing says that it can be done.",
                                List.of());
                    case STALE ->
                        SmartFinding.of(
                                letter,
                                SmartMark.PARTIAL,
                                sentence(by + " said so" + on(attested.on()) + ", and it was changed since"),
                                "Ask again whether it can be done as it stands now.");
                    case NOBODY ->
                        SmartFinding.of(
                                letter,
                                SmartMark.FAIL,
                                "Nobody but its owner has said that it can be done.",
                                "Ask the manager or a colleague whether it can be done with the means there are.");
                };
        SmartFacts.Stretch stretch = facts.stretch();
        return stretch == null
                ? finding
                : finding.warning(stretch.history().warnings(stretch.target(), stretch.falls(), facts.dueOn()));
    }

    private static SmartFinding relevant(SmartFacts facts) {
        SmartLetter letter = SmartLetter.RELEVANT;
        if (!facts.links().isEmpty()) {
            return SmartFinding.pass(letter, "It serves " + quoted(facts.links()) + ".");
        }
        if (facts.follows()) {
            return SmartFinding.pass(letter, "It moves a KPI.");
        }
        int reason = SmartPhrases.words(facts.rationale()).size();
        if (reason >= WORDS_OF_A_REASON) {
            return SmartFinding.pass(letter, "It says why it is worth it.");
        }
        return SmartFinding.of(
                letter,
                reason == 0 ? SmartMark.FAIL : SmartMark.PARTIAL,
                reason == 0 ? "It serves no other goal and does not say why." : "The reason is hardly one.",
                "Link it to a goal that it serves or to a KPI, or say in a sentence why it matters now.");
    }

    private static SmartFinding timeBound(SmartFacts facts) {
        SmartLetter letter = SmartLetter.TIME_BOUND;
        LocalDate due = facts.dueOn();
        if (due == null) {
            return SmartFinding.of(
                    letter, SmartMark.FAIL, "It has no end.", "Set the day on which it is to be reached.");
        }
        if (facts.from() == null || facts.until() == null) {
            return SmartFinding.of(
                    letter,
                    SmartMark.PARTIAL,
                    "It is due on " + DAY.format(due) + ", in no cycle.",
                    "Choose the cycle it belongs to.");
        }
        if (due.isBefore(facts.from()) || due.isAfter(facts.until())) {
            return SmartFinding.of(
                    letter,
                    SmartMark.PARTIAL,
                    "It is due on " + DAY.format(due) + ", outside its cycle.",
                    "Set a day from " + DAY.format(facts.from()) + " to " + DAY.format(facts.until()) + ".");
        }
        return SmartFinding.pass(letter, "It is due on " + DAY.format(due) + ".");
    }

    private static String on(@Nullable LocalDate day) {
        return day == null ? "" : " on " + DAY.format(day);
    }

    /** At most three of them. */
    private static String quoted(List<String> texts) {
        Stream<String> first = texts.stream().limit(3).map(text -> "“" + text + "”");
        return String.join(", ", first.toList()) + (texts.size() > 3 ? " and others" : "");
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
