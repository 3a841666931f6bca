package io.cairn.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which framework fits what a person wants to set, and why: the right one for the job, or two with the bridge between them.
 * Nothing here forbids; an OKR that somebody writes anyway is still never paid. Source: frameworks 2.3 and 4.4.
 */
public final class RightFramework {
    private static final String OKR = "okr";
    private static final String KPI = "kpi";
    private static final String MBO = "mbo";

    private RightFramework() {}

    /**
     * A framework that fits.
     *
     * @param framework its key: {@code okr}, {@code kpi} or {@code mbo}
     * @param reasons sentences, at least one
     */
    public record Proposal(String framework, List<String> reasons) {}

    /** One to three; the first is where to begin. */
    public static List<Proposal> of(GoalAnswers said) {
        List<Proposal> proposals = new ArrayList<>();
        if (said.keepsSteady()) {
            proposals.add(new Proposal(KPI, kpi(said)));
        }
        if (needsOkr(said)) {
            proposals.add(new Proposal(OKR, okr(said)));
        }
        if (needsMbo(said)) {
            proposals.add(new Proposal(MBO, mbo(said)));
        }
        return proposals;
    }

    /** Whether the framework is among those that fit. */
    public static boolean fits(GoalAnswers said, String framework) {
        return of(said).stream().anyMatch(proposal -> proposal.framework().equals(framework));
    }

    /** {@code OKR and MBO}. */
    public static String names(GoalAnswers said) {
        List<String> names =
                of(said).stream().map(proposal -> name(proposal.framework())).toList();
        return names.size() == 1
                ? names.getFirst()
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and " + names.getLast();
    }

    /** {@code okr} as OKR. */
    public static String name(String framework) {
        return framework.toUpperCase(Locale.ROOT);
    }

    private static boolean needsOkr(GoalAnswers said) {
        return said.severalTeams() || !(said.onePersonAccountable() || said.linkedToPay() || said.keepsSteady());
    }

    /** A KPI has an owner of its own: one accountable person alone makes no MBO of it. */
    private static boolean needsMbo(GoalAnswers said) {
        return said.linkedToPay() || (said.onePersonAccountable() && !said.keepsSteady());
    }

    private static List<String> kpi(GoalAnswers said) {
        List<String> reasons = new ArrayList<>();
        reasons.add(
                "What should stay as it is needs watching, not an objective: a KPI shows at any time whether it still is.");
        if (said.onePersonAccountable()) {
            reasons.add("Every KPI has one owner: the person who answers for it.");
        }
        if (said.linkedToPay()) {
            reasons.add("A KPI itself pays nothing, but an MBO may be measured by it.");
        }
        return reasons;
    }

    private static List<String> okr(GoalAnswers said) {
        List<String> reasons = new ArrayList<>();
        if (said.severalTeams()) {
            reasons.add(
                    "It depends on more than one function or team: an OKR makes it one shared priority that everyone sees.");
        }
        if (said.keepsSteady()) {
            reasons.add("When the KPI turns red, an OKR is what brings the teams together to change it.");
        } else if (!said.severalTeams()) {
            reasons.add(
                    "Something should change, and a team does it: an OKR gives it focus for a quarter and room to aim high.");
        }
        if (said.linkedToPay()) {
            reasons.add("An OKR never pays. What is paid for stands in the MBO, so the OKR may stay ambitious.");
        }
        return reasons;
    }

    private static List<String> mbo(GoalAnswers said) {
        List<String> reasons = new ArrayList<>();
        if (said.onePersonAccountable()) {
            reasons.add(
                    "One person answers for the result: an MBO says what is expected of them, and both sides sign it.");
        }
        if (said.linkedToPay()) {
            reasons.add("It is linked to pay: only an MBO pays, by a formula that is agreed before.");
            if (!said.onePersonAccountable()) {
                reasons.add("Pay needs somebody who answers for it: each person gets an MBO of their own.");
            }
        }
        if (said.severalTeams()) {
            reasons.add(
                    "Beside an OKR it is the bridge: the OKR is the shared priority, the MBO one person’s part in it.");
        }
        return reasons;
    }
}
