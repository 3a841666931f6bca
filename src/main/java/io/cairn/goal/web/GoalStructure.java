package io.cairn.goal.web;

import io.cairn.goal.GoalProblem;
import io.cairn.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an objective needs to become active (frameworks 2.1, H1 to H10), and what of it is still missing. */
public record GoalStructure(List<Rule> rules) {
    private static final Pattern MEASURE = Pattern.compile("measures\\[(\\d+)]\\.?(.*)");
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("baseline", "the start value is missing"),
            Map.entry("target", "the target is missing"),
            Map.entry("comparator", "how the target is compared is missing"),
            Map.entry("low", "the lower end is missing"),
            Map.entry("high", "the upper end is missing"),
            Map.entry("milestones", "no milestone is named"),
            Map.entry("levels", "no level is described"),
            Map.entry("expectedCheckIns", "the number of check-ins is missing"),
            Map.entry("dueOn", "the due day is missing"),
            Map.entry("metricId", "the KPI it follows is missing"),
            Map.entry("name", "it has no name"));

    /**
     * One thing that is needed.
     *
     * @param open nothing is there yet that it could be said of
     */
    public record Rule(String words, List<String> missing, boolean open) {
        public boolean holds() {
            return missing.isEmpty() && !open;
        }
    }

    static GoalStructure of(List<Problem> problems, List<KeyResultForm> rows) {
        List<Problem> left = new ArrayList<>(problems);
        List<Rule> rules = new ArrayList<>();
        rules.add(rule("A title that says the change", left, rows, at("title")));
        rules.add(rule("One owner and one lead", left, rows, at("ownerTeamId", "ownerPersonId", "leadId")));
        rules.add(rule("A cycle with an end", left, rows, at("cycleId", "startsOn", "endsOn")));
        rules.add(rule("Two to five key results", left, rows, is(GoalProblem.KEY_RESULT_COUNT)));
        rules.add(ofEach("One of them counts", left, rows, is(GoalProblem.ALL_WEIGHTS_ZERO)));
        rules.add(ofEach("Each has a way to go", left, rows, is(GoalProblem.BASELINE_EQUALS_TARGET)));
        rules.add(ofEach(
                "Each says what it measures, its target and due day",
                left,
                rows,
                problem -> problem.field() != null && problem.field().startsWith("measures[")));
        rules.add(rule("Everything can be read", left, rows, problem -> true));
        return new GoalStructure(rules.stream()
                .filter(rule -> !rule.words().startsWith("Everything") || !rule.holds())
                .toList());
    }

    public boolean isReady() {
        return rules.stream().allMatch(Rule::holds);
    }

    /** Takes the problems that belong to the rule out of those that are left. */
    private static Rule rule(String words, List<Problem> left, List<KeyResultForm> rows, Predicate<Problem> belongs) {
        List<String> missing = left.stream()
                .filter(belongs)
                .map(problem -> said(problem, rows))
                .distinct()
                .toList();
        left.removeIf(belongs);
        return new Rule(words, missing, false);
    }

    /** A rule about key results, which holds of nothing while there are none. */
    private static Rule ofEach(String words, List<Problem> left, List<KeyResultForm> rows, Predicate<Problem> belongs) {
        return new Rule(words, rule(words, left, rows, belongs).missing(), rows.isEmpty());
    }

    private static Predicate<Problem> at(String... fields) {
        return problem -> List.of(fields).contains(problem.field());
    }

    private static Predicate<Problem> is(GoalProblem kind) {
        return problem -> problem.code().equals(kind.name());
    }

    private static String said(Problem problem, List<KeyResultForm> rows) {
        Matcher measure = MEASURE.matcher(problem.field() == null ? "" : problem.field());
        if (!measure.matches()) {
            return problem.message();
        }
        int place = Integer.parseInt(measure.group(1));
        String name = place < rows.size() ? rows.get(place).text("name").strip() : "";
        boolean plain = problem.message().equals(GoalProblem.MEASURE_INCOMPLETE.message())
                || problem.code().equals("REQUIRED");
        String what = plain ? PARTS.getOrDefault(measure.group(2), problem.message()) : problem.message();
        return (name.isEmpty() ? "Key result " + (place + 1) : name) + ": " + what;
    }
}
