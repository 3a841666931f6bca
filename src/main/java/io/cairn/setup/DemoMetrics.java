package io.cairn.setup;

import static io.cairn.metric.Direction.HIGHER;
import static io.cairn.metric.Direction.LOWER;
import static io.cairn.metric.Direction.NONE;

import io.cairn.kernel.Comparator;
import io.cairn.metric.LeadLag;
import io.cairn.metric.MetricLevel;
import java.util.List;

/** What the demo company watches. Source: frameworks 6.3; values up to the week that ends on 9 August 2026. */
final class DemoMetrics {
    static final String RETENTION = "Customer retention";
    static final String NPS = "Net promoter score";
    private static final String CALLS = "Calls made";
    private static final String LEADS = "Leads";

    private DemoMetrics() {}

    static List<DemoMetric> all() {
        return List.of(
                retention(),
                promoters(),
                churn(),
                renewals(),
                tickets(),
                winRate(),
                revenue(),
                recurring(),
                calls(),
                callsOf(
                        "Sales", "Theo", "182", "176", "190", "188", "195", "201", "187", "193", "199", "204", "196",
                        "208", "211"),
                callsOf(
                        "Customer Success",
                        "Noah",
                        "61",
                        "58",
                        "64",
                        "66",
                        "60",
                        "63",
                        "67",
                        "70",
                        "66",
                        "71",
                        "69",
                        "74",
                        "72"),
                leads(),
                callsPerLead(),
                bounceRate(),
                acquisition(),
                uptime(),
                attrition(),
                variance(),
                runway(),
                quota());
    }

    private static DemoMetric retention() {
        return DemoMetric.weekly(RETENTION, "Noah", "Customer Success", "%", 1, HIGHER)
                .means(
                        "Retention",
                        LeadLag.LAGGING,
                        "Customers of a year ago who are still customers, by the Sunday of the week.")
                .target(Comparator.GE, "92", "88")
                .told(
                        "89.4",
                        "89.1",
                        "88.9",
                        "88.6",
                        "88.4",
                        "88.1 | Two accounts gave notice for the end of June.",
                        "85 | Both left with all their sites. Neither had spoken to us since March.",
                        "85.3 | No further losses, nothing won back either.",
                        "86.1 | One site of the two came back for a smaller contract.",
                        "86.9 | First visits done; three accounts that were silent answered.",
                        "87.4 | Onboarding calls in the first week begin to tell.",
                        "88.1",
                        "88.5");
    }

    private static DemoMetric promoters() {
        return DemoMetric.weekly(NPS, "Omar", "Support", "", 0, HIGHER)
                .means("Customer", LeadLag.LAGGING, "Promoters less detractors among the week's answers.")
                .told("55", "54", "55", "56", "55", "54", "55", "55", "56", "56", "58", "60", "61");
    }

    private static DemoMetric churn() {
        return DemoMetric.weekly("Churn rate", "Noah", "Customer Success", "%", 2, LOWER)
                .means("Retention", LeadLag.LAGGING, "Contracts ended in the week, of those that ran.")
                .target(Comparator.LE, "0.4", "0.5")
                .told(
                        "0.31", "0.28", "0.35", "0.33", "0.3", "0.42", "0.49", "0.38", "0.33", "0.29", "0.31", "0.27",
                        "0.26");
    }

    private static DemoMetric renewals() {
        return DemoMetric.weekly("Renewals signed in time", "Noah", "Customer Success", "%", 1, HIGHER)
                .means("Retention", LeadLag.LAGGING, "Contracts renewed by their last day, of those that ended.")
                .target(Comparator.GE, "92", "88")
                .told("88", "88.2", "88.1", "88.1", "88", "88.3", "88", "88.4", "88.9", "89.1", "89.4", "89.8", "90");
    }

    private static DemoMetric tickets() {
        return DemoMetric.weekly("Support tickets closed", "Omar", "Support", "", 0, HIGHER)
                .summed()
                .means("Process", LeadLag.CURRENT, "Tickets set to solved in the week, those of partners included.")
                .target(Comparator.GE, "120", "108")
                .told("118", "124", "121", "130", "126", "119", "128", "133", "127", "131", "129", "136", "131");
    }

    private static DemoMetric winRate() {
        return DemoMetric.weekly("Sales win rate", "Theo", "Sales", "%", 1, HIGHER)
                .means("Sales", LeadLag.LAGGING, "Offers won, of all that were decided in the week.")
                .target(Comparator.GT, "20", "18")
                .told(
                        "22.1",
                        "21.4",
                        "22.6",
                        "21.9",
                        "20.8",
                        "21.5",
                        "22",
                        "21.2",
                        "20.6",
                        "20.9",
                        "20.2",
                        "19.1",
                        "17.5 | Three offers lost on price to the same competitor.");
    }

    private static DemoMetric revenue() {
        return DemoMetric.weekly("Sales revenue", "Mia", "Revenue", "€", 0, HIGHER)
                .summed()
                .means("Financial", LeadLag.LAGGING, "New and renewed business signed in the week, net of discounts.")
                .target(Comparator.GE, "250000", "225000")
                .told(
                        "238000", "251500", "244200", "262800", "255100", "249900", "271300", "228400", "236700",
                        "247900", "252300", "243800", "241600");
    }

    private static DemoMetric recurring() {
        return DemoMetric.weekly("Monthly recurring revenue", "Mia", "Revenue", "€", 0, HIGHER)
                .means("Financial", LeadLag.LAGGING, "What all running contracts come to in a month.")
                .told(
                        "401200", "402100", "402900", "404000", "405300", "405900", "402700", "403800", "405500",
                        "407200", "408900", "410600", "412000");
    }

    /** The sum of what its teams call, entered nowhere. */
    private static DemoMetric calls() {
        return DemoMetric.weekly(CALLS, "Mia", "Revenue", "", 0, HIGHER)
                .summed()
                .addingUp()
                .watchedOnly()
                .means("Sales", LeadLag.LEADING, "Conversations of more than a minute with a customer or a prospect.")
                .target(Comparator.GE, "240", "220");
    }

    private static DemoMetric callsOf(String team, String owner, String... values) {
        return DemoMetric.weekly("Calls made by " + team, owner, team, "", 0, NONE)
                .summed()
                .means("Sales", LeadLag.LEADING, "This team's part of the calls made.")
                .under(CALLS)
                .enteredBy("Mia")
                .told(values);
    }

    private static DemoMetric leads() {
        return DemoMetric.weekly(LEADS, "Lena", "Marketing", "", 0, HIGHER)
                .summed()
                .means("Marketing", LeadLag.LEADING, "People who asked to be called back.")
                .target(Comparator.GE, "60", "54")
                .told("58", "61", "63", "60", "66", "64", "62", "67", "71", "69", "74", "72", "76");
    }

    private static DemoMetric callsPerLead() {
        return DemoMetric.weekly("Calls per lead", "Lena", "Marketing", "", 1, NONE)
                .madeOf("{" + CALLS + "} / {" + LEADS + "}")
                .means("Marketing", LeadLag.CURRENT, "How often we speak with somebody for each one who asked.");
    }

    private static DemoMetric bounceRate() {
        return DemoMetric.weekly("Website bounce rate", "Lena", "Marketing", "%", 1, LOWER)
                .means("Marketing", LeadLag.CURRENT, "Visits of a single page, of all visits.")
                .target(Comparator.LT, "40", "44")
                .told(
                        "43.8", "43.1", "42.6", "42.9", "41.7", "41.2", "40.8", "40.1", "39.7", "39.2", "38.9", "38.6",
                        "38.2");
    }

    private static DemoMetric acquisition() {
        return DemoMetric.weekly("Customer acquisition cost", "Lena", "Marketing", "€", 0, LOWER)
                .means(
                        "Financial",
                        LeadLag.LAGGING,
                        "Marketing and sales cost of the last four weeks, per new customer.")
                .target(Comparator.LE, "900", "990")
                .told("905", "898", "912", "921", "894", "887", "901", "915", "926", "931", "928", "944", "940");
    }

    private static DemoMetric uptime() {
        return DemoMetric.weekly("Website uptime", "Kai", "IT", "%", 2, HIGHER)
                .averaged()
                .means("Process", LeadLag.CURRENT, "Minutes in which the home page answered, of all minutes.")
                .target(Comparator.GE, "99.9", "99.5")
                .told(
                        "99.97", "99.95", "99.98", "99.96", "99.93", "99.99", "99.94", "99.97", "99.92", "99.98",
                        "99.96", "99.95", "99.97");
    }

    private static DemoMetric attrition() {
        return DemoMetric.weekly("Attrition", "Sofia", "People", "%", 1, LOWER)
                .monthly()
                .means("People", LeadLag.LAGGING, "People who left in the last twelve months, of all who worked here.")
                .target(Comparator.LE, "14", "18.5")
                .told("18.2", "18", "17.4", "16.9", "16.5");
    }

    private static DemoMetric variance() {
        return DemoMetric.weekly("Forecast variance", "Ravi", "Revenue Operations", "%", 1, LOWER)
                .means("Sales", LeadLag.LAGGING, "How far the forecast of four weeks ago was from what was signed.")
                .target(Comparator.LT, "5", "9")
                .told("8.8", "8.6", "8.9", "8.4", "8.7", "8.5", "8.9", "8.3", "8.6", "8.8", "8.4", "8.7", "8.5");
    }

    /** A sensitive one, for named people. */
    private static DemoMetric runway() {
        return DemoMetric.weekly("Cash runway", "Nina", "Finance", "months", 1, HIGHER)
                .means("Financial", LeadLag.LAGGING, "How long our cash lasts at the burn of the last three months.")
                .readBy("Iris")
                .target(Comparator.GE, "12", "9")
                .told(
                        "15.1", "15", "14.8", "14.9", "14.7", "14.5", "14.6", "14.4", "14.2", "14.3", "14.1", "14",
                        "13.9");
    }

    /** A single person's, between her, her manager and HR. */
    private static DemoMetric quota() {
        return DemoMetric.weekly("Monthly sales, Ava", "Ava", "Sales", "€", 0, HIGHER)
                .monthly()
                .summed()
                .ofLevel(MetricLevel.INDIVIDUAL)
                .enteredBy("Theo")
                .means("Sales", LeadLag.LAGGING, "Business signed with Ava's accounts in the month.")
                .target(Comparator.GE, "45000", "40000")
                .told("41200", "46800", "44900", "48100", "47300");
    }
}
