package io.cairn.goal.web;

import io.cairn.goal.GoalLevel;
import io.cairn.goal.GoalSearch.Order;
import io.cairn.goal.GoalSearch.Wanted;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Health;
import io.cairn.kernel.GeneralProblem;
import io.cairn.web.ListQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which objectives are asked for, as the address says it; null means any. */
public record ObjectivesFilter(
        @Nullable UUID cycle,
        @Nullable UUID team,
        @Nullable UUID lead,
        @Nullable Health health,
        @Nullable GoalLevel level,
        @Nullable GoalStatus state,
        @Nullable String q,
        Order sort,
        int page) {
    private static final int FURTHEST = 10_000;

    static ObjectivesFilter of(ListQuery query) {
        Order sort = query.one("sort", Order.class);
        return new ObjectivesFilter(
                query.uuid("cycle"),
                query.uuid("team"),
                query.uuid("lead"),
                query.one("health", Health.class),
                query.one("level", GoalLevel.class),
                query.one("state", GoalStatus.class),
                query.text("q"),
                sort == null ? Order.TEAM : sort,
                page(query.text("page")));
    }

    private static int page(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > FURTHEST) {
            throw GeneralProblem.INVALID.at("page").exception();
        }
        return Integer.parseInt(text);
    }

    /** Cancelled ones only when they are asked for. */
    Wanted in(List<UUID> cycles) {
        List<GoalStatus> states = state != null
                ? List.of(state)
                : List.of(
                        GoalStatus.DRAFT, GoalStatus.ACTIVE, GoalStatus.ON_HOLD, GoalStatus.SCORING, GoalStatus.CLOSED);
        return new Wanted(
                null,
                "objective",
                cycles,
                team == null ? List.of() : List.of(team),
                true,
                lead,
                null,
                null,
                states,
                health == null ? List.of() : List.of(health),
                level == null ? List.of() : List.of(level),
                null,
                null,
                null,
                null,
                q);
    }

    public boolean narrows() {
        return team != null || lead != null || health != null || level != null || state != null || q != null;
    }

    /** The same list of another cycle, from its beginning. */
    public String inCycle(UUID other) {
        return new ObjectivesFilter(other, team, lead, health, level, state, q, sort, 1).address();
    }

    public String onPage(int other) {
        return new ObjectivesFilter(cycle, team, lead, health, level, state, q, sort, other).address();
    }

    /** Without what narrows the list. */
    public String cleared() {
        return new ObjectivesFilter(cycle, null, null, null, null, null, null, sort, 1).address();
    }

    public String address() {
        List<String> parts = new ArrayList<>();
        add(parts, "cycle", cycle);
        add(parts, "team", team);
        add(parts, "lead", lead);
        add(parts, "health", health);
        add(parts, "level", level);
        add(parts, "state", state);
        add(parts, "q", q);
        add(parts, "sort", sort == Order.TEAM ? null : sort);
        add(parts, "page", page == 1 ? null : page);
        return "/objectives" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
