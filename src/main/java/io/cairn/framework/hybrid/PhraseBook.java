package io.cairn.framework.hybrid;

import java.util.List;
import java.util.Locale;

/**
 * Objectives in words, by what a metric is about: the number stands in the key result, the objective says what people should
 * notice (frameworks 2.6). A line is found by a word of the metric's name first, then of its category.
 */
final class PhraseBook {
    private static final String OTHERWISE = "Bring %s back to where it belongs";
    private static final int LONGEST = 200;

    /** Parts of words, in lower case, and what they suggest. */
    private record Line(String objective, String... about) {
        boolean isAbout(String text) {
            return List.of(about).stream().anyMatch(text::contains);
        }
    }

    private static final List<Line> LINES = List.of(
            new Line(
                    "Create an unforgettable customer experience",
                    "retention",
                    "churn",
                    "renewal",
                    "nps",
                    "satisfaction",
                    "customer"),
            new Line(
                    "Answer every customer as if they were the only one",
                    "ticket",
                    "support",
                    "resolution",
                    "complaint"),
            new Line("Become the partner our market chooses first", "win rate", "sales", "deal", "pipeline", "quota"),
            new Line(
                    "Be found, liked and remembered by the people we are for",
                    "bounce",
                    "lead",
                    "marketing",
                    "website",
                    "brand"),
            new Line(
                    "Be the place where good people want to stay",
                    "attrition",
                    "turnover",
                    "hiring",
                    "people",
                    "engagement"),
            new Line(
                    "Earn more from what we already do well",
                    "revenue",
                    "margin",
                    "mrr",
                    "arr",
                    "cost",
                    "cac",
                    "financ"),
            new Line("Be there whenever somebody needs us", "uptime", "availability", "incident", "outage"),
            new Line(
                    "Make a product people rely on every day",
                    "product",
                    "adoption",
                    "activation",
                    "defect",
                    "quality"),
            new Line(
                    "Make our work flow without detours",
                    "process",
                    "lead time",
                    "cycle time",
                    "delivery",
                    "forecast"));

    private PhraseBook() {}

    static String objective(String name, String category) {
        for (String text : List.of(name, category)) {
            String lower = text.toLowerCase(Locale.ROOT);
            for (Line line : LINES) {
                if (line.isAbout(lower)) {
                    return line.objective();
                }
            }
        }
        String objective = OTHERWISE.formatted(name);
        return objective.codePointCount(0, objective.length()) <= LONGEST
                ? objective
                : OTHERWISE.formatted("this figure");
    }
}
