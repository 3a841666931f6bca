package io.cairn.metric.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.metric.MetricLevel;
import io.cairn.metric.MetricSearch.Order;
import io.cairn.metric.MetricSearch.Wanted;
import io.cairn.metric.MetricState;
import io.cairn.metric.MetricStatus;
import io.cairn.web.ListQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which metrics are asked for, as the address says it; null means any. */
public record MetricFilter(
        @Nullable String q,
        @Nullable MetricStatus status,
        @Nullable UUID team,
        @Nullable UUID owner,
        @Nullable String category,
        @Nullable MetricLevel level,
        @Nullable MetricState state,
        Order sort,
        int page) {
    private static final int FURTHEST = 10_000;

    static MetricFilter of(ListQuery query) {
        Order sort = query.one("sort", Order.class);
        return new MetricFilter(
                query.text("q"),
                query.one("status", MetricStatus.class),
                query.uuid("team"),
                query.uuid("owner"),
                query.text("category"),
                query.one("level", MetricLevel.class),
                query.one("state", MetricState.class),
                sort == null ? Order.STATUS : sort,
                page(query.whole("page")));
    }

    static int page(@Nullable Integer page) {
        if (page != null && (page < 1 || page > FURTHEST)) {
            throw GeneralProblem.INVALID.at("page").exception();
        }
        return page == null ? 1 : page;
    }

    Wanted wanted() {
        return new Wanted(
                q,
                status == null ? List.of() : List.of(status),
                state,
                null,
                null,
                level,
                category,
                null,
                owner,
                null,
                team,
                null,
                null);
    }

    public boolean narrows() {
        return q != null
                || status != null
                || team != null
                || owner != null
                || category != null
                || level != null
                || state != null;
    }

    public String onPage(int other) {
        return new MetricFilter(q, status, team, owner, category, level, state, sort, other).address();
    }

    public String address() {
        List<String> parts = new ArrayList<>();
        add(parts, "q", q);
        add(parts, "status", status);
        add(parts, "team", team);
        add(parts, "owner", owner);
        add(parts, "category", category);
        add(parts, "level", level);
        add(parts, "state", state);
        add(parts, "sort", sort == Order.STATUS ? null : sort);
        add(parts, "page", page == 1 ? null : page);
        return parts.isEmpty() ? "/metrics" : "/metrics?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
