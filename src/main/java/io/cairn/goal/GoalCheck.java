package io.cairn.goal;

import io.cairn.framework.Framework;
import io.cairn.framework.Visibility;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Texts;
import io.cairn.smart.SmartFacts.Measured;
import io.cairn.smart.SmartLetter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a goal must be: a little to be kept as a draft, all of its framework's hard rules to be active. */
final class GoalCheck {
    private GoalCheck() {}

    /** Refuses content that cannot even be a draft, with everything that is wrong. */
    static void draft(GoalContent content, Framework framework, Placement.Found found) {
        Texts texts = new Texts();
        texts.needed("title", content.title(), 5, 200);
        texts.optional("why", content.why(), 10_000);
        owner(content, framework, found, texts);
        texts.unknown("leadId", found.leadKnown());
        texts.unknown("sharedTeamIds", found.sharedKnown() == Placement.distinct(content.sharedTeamIds()).length);
        texts.unknown(
                "contributorIds", found.contributorsKnown() == Placement.distinct(content.contributorIds()).length);
        texts.unknown(
                "measures",
                found.measureOwnersKnown() == Placement.measureOwners(content).size());
        int metrics = Placement.metrics(content).size();
        texts.unknown("measures", found.metricsKnown() == metrics);
        if (found.metricsKnown() == metrics && found.metricsOpen() != metrics) {
            texts.add(GoalProblem.METRIC_TOO_PRIVATE.at("measures"));
        }
        if (content.cycleId() != null) {
            texts.unknown("cycleId", found.cycleStartsOn() != null);
            if (found.cycleClosed()) {
                texts.add(GoalProblem.CYCLE_CLOSED.at("cycleId"));
            }
        }
        if (content.kind() != null && !framework.kinds().contains(content.kind())) {
            texts.add(GeneralProblem.INVALID
                    .saying("This framework has no such kind of goal.")
                    .at("kind"));
        }
        audience(content, framework, texts);
        dates(content, found, texts);
        if (content.measuresOrNone().size() > 50) {
            texts.add(GoalProblem.KEY_RESULT_COUNT.at("measures"));
        }
        for (int i = 0; i < content.measuresOrNone().size(); i++) {
            measure(content.measuresOrNone().get(i), "measures[" + i + "].", texts);
        }
        texts.refuseIfAny();
    }

    /** Refuses a measure that cannot be kept; {@code path} stands before each field. */
    static void measure(@Nullable MeasureContent content, String path, Texts texts) {
        if (content == null) {
            texts.add(GeneralProblem.REQUIRED.at(path.substring(0, path.length() - 1)));
            return;
        }
        texts.needed(path + "name", content.name(), 1, 200);
        texts.optional(path + "unit", content.unit(), 20);
        texts.optional(path + "evidenceUrl", content.evidenceUrl(), 2000);
        evidence(content.evidenceUrl(), path, texts);
        if (!MeasureParts.check(content, path, texts)) {
            return;
        }
        if (content.relativeTarget() != null
                && content.baseline() != null
                && content.baseline().signum() == 0) {
            texts.add(GoalProblem.RELATIVE_TARGET_NEEDS_NONZERO_BASELINE.at(path + "relativeTarget"));
            return;
        }
        texts.addAll(MeasureRules.check(content.terms(), path));
    }

    private static void evidence(@Nullable String url, String path, Texts texts) {
        if (url != null && !url.isBlank() && !url.strip().matches("(?i)https?://\\S+")) {
            texts.add(GeneralProblem.INVALID
                    .saying("Use an address that begins with https://")
                    .at(path + "evidenceUrl"));
        }
    }

    /** What is between two people by its nature is not opened to more (frameworks 1.12). */
    private static void audience(GoalContent content, Framework framework, Texts texts) {
        boolean closed = framework.visibility() == Visibility.PRIVATE_PAIR_HR
                || framework.visibility() == Visibility.PRIVATE_COMP;
        if (closed && (content.audience() == Visibility.PUBLIC_ORG || content.audience() == Visibility.TEAM)) {
            texts.add(GoalProblem.AUDIENCE_TOO_WIDE.at("audience"));
        }
    }

    private static void owner(GoalContent content, Framework framework, Placement.Found found, Texts texts) {
        boolean team = content.ownerTeamId() != null;
        boolean person = content.ownerPersonId() != null;
        String field = person && !team ? "ownerPersonId" : "ownerTeamId";
        if (team == person) {
            texts.add(GoalProblem.OWNER_REQUIRED.at(field));
        } else if (!found.ownerKnown()) {
            texts.unknown(field, false);
        } else if (person && !framework.individualOwners() && !found.individuals()) {
            texts.add(GoalProblem.INDIVIDUAL_GOALS_OFF.at(field));
        }
    }

    private static void dates(GoalContent content, Placement.Found found, Texts texts) {
        LocalDate starts = content.startsOn() != null ? content.startsOn() : found.cycleStartsOn();
        LocalDate ends = content.endsOn() != null ? content.endsOn() : found.cycleEndsOn();
        if (starts != null && ends != null && ends.isBefore(starts)) {
            texts.add(GeneralProblem.INVALID
                    .saying("The end lies before the start.")
                    .at("endsOn"));
        }
        boolean outside = found.cycleStartsOn() != null
                && found.cycleEndsOn() != null
                && ((starts != null && starts.isBefore(found.cycleStartsOn()))
                        || (ends != null && ends.isAfter(found.cycleEndsOn())));
        if (outside) {
            texts.add(GeneralProblem.INVALID
                    .saying("The goal's days lie inside its cycle.")
                    .at("startsOn"));
        }
    }

    /** Refuses a goal that breaks its framework's hard rules (frameworks 2.1, H1 to H10), the first rule first. */
    static void activation(Goal goal, Framework framework) {
        List<Problem> problems = new ArrayList<>(obstacles(goal, framework));
        for (int i = 0; i < goal.live().size(); i++) {
            Measure measure = goal.live().get(i);
            if (measure.kind() == MeasureKind.KPI_LINKED && measure.metricId() == null) {
                problems.add(GoalProblem.MEASURE_INCOMPLETE
                        .saying("Choose the KPI it follows.")
                        .at("measures[" + i + "].metricId"));
            }
        }
        refuseIfAny(problems);
    }

    /** The same for a goal that is not stored yet. */
    static void activation(GoalContent content, Framework framework, Placement.Found found) {
        refuseIfAny(obstacles(
                framework,
                content.measuresOrNone(),
                content.measuresOrNone().stream().map(MeasureContent::terms).toList(),
                GoalWriter.startsOn(content, found),
                GoalWriter.endsOn(content, found),
                GoalWriter.visibility(content, framework),
                content.cycleId() != null));
    }

    /** What a measure hangs on besides its terms. */
    record Follow(MeasureKind kind, @Nullable UUID metric) {}

    /** A baseline that its metric gives at activation is not missing yet; a metric that nobody chose is. */
    static List<Problem> untilActivation(List<Problem> problems, List<Follow> measures) {
        List<Problem> left = new ArrayList<>(problems);
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).kind() != MeasureKind.KPI_LINKED) {
                continue;
            }
            String baseline = "measures[" + i + "].baseline";
            if (measures.get(i).metric() == null) {
                left.add(GoalProblem.MEASURE_INCOMPLETE.at("measures[" + i + "].metricId"));
            } else {
                left.removeIf(problem -> baseline.equals(problem.field())
                        && problem.code().equals(GoalProblem.MEASURE_INCOMPLETE.name()));
            }
        }
        return left;
    }

    private static void refuseIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    static List<Problem> obstacles(Goal goal, Framework framework) {
        return obstacles(
                framework,
                goal.live().stream().map(MeasureContent::of).toList(),
                goal.live().stream().map(Measure::terms).toList(),
                goal.startsOn(),
                goal.endsOn(),
                goal.visibility(),
                goal.cycle() != null);
    }

    private static List<Problem> obstacles(
            Framework framework,
            List<MeasureContent> measures,
            List<MeasureTerms> terms,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            Visibility visibility,
            boolean inCycle) {
        List<Problem> problems = new ArrayList<>(demanded(framework, measures, ends != null && inCycle));
        if (!framework.measures().holds(terms.size())) {
            problems.add(count(framework, terms.size()));
        }
        if (starts != null && ends != null) {
            // How many there are has been said already.
            problems.addAll(MeasureRules.activation(terms, 0, Integer.MAX_VALUE, starts, ends));
        }
        if (framework.visibility() == Visibility.PUBLIC_ORG && visibility != Visibility.PUBLIC_ORG) {
            problems.add(GoalProblem.AUDIENCE_TOO_NARROW.at("audience"));
        }
        boolean timeless = starts == null || ends == null || !inCycle;
        if (timeless && !framework.demands().contains(SmartLetter.TIME_BOUND)) {
            problems.add(GoalProblem.CYCLE_REQUIRED.at("cycleId"));
        }
        return problems;
    }

    /** The SMART letters that the framework demands and the goal does not pass (frameworks 2.4). */
    static List<Problem> demanded(Framework framework, List<MeasureContent> measures, boolean ends) {
        List<Problem> problems = new ArrayList<>();
        Measured measured =
                Measured.together(measures.stream().map(SmartReading::measured).toList());
        if (framework.demands().contains(SmartLetter.MEASURABLE)
                && measured != Measured.TARGET
                && measured != Measured.STEPS) {
            problems.add(GoalProblem.SMART_NOT_MEASURABLE.at("measures"));
        }
        if (framework.demands().contains(SmartLetter.TIME_BOUND) && !ends) {
            problems.add(GoalProblem.SMART_NOT_TIME_BOUND.at("endsOn"));
        }
        return problems;
    }

    static Problem count(Framework framework, int count) {
        Framework.Range range = framework.measures();
        return GoalProblem.KEY_RESULT_COUNT
                .saying("%s has %d to %d %s; this one has %d."
                        .formatted(
                                capital(framework.words().goal()),
                                range.least(),
                                range.most(),
                                framework.words().measures(),
                                count))
                .at("measures");
    }

    private static String capital(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "An " : "A ") + noun;
    }
}
