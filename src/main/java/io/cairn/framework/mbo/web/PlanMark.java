package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.PlanState;

/** How a plan's state shows: an icon, a word and a colour together. */
public record PlanMark(String icon, String word, String tone) {
    static PlanMark of(PlanState state) {
        return switch (state) {
            case DRAFT -> quiet("pencil", state);
            case PENDING_EMPLOYEE, PENDING_MANAGER -> quiet("mail", state);
            case AGREED -> quiet("circle-check", state);
            case ACTIVE -> quiet("player-play", state);
            case AMENDMENT -> quiet("refresh", state);
            case MEASURE -> quiet("list-check", state);
            case SCORED -> quiet("award", state);
            case DISPUTED -> new PlanMark("alert-triangle", state.label(), "risk");
            case PENDING_COMP -> quiet("clock", state);
            case APPROVED -> quiet("check", state);
            case PAID -> quiet("coin", state);
            case CANCELLED -> quiet("ban", state);
        };
    }

    private static PlanMark quiet(String icon, PlanState state) {
        return new PlanMark(icon, state.label(), "none");
    }
}
