package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.PlanState;
import io.cairn.kernel.PersonRef;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans of the people who report to the viewer, or of everybody for HR.
 *
 * @param without who reports to the viewer and has no plan now
 * @param next where the list goes on
 */
public record TeamPlansPage(
        boolean hr,
        @Nullable String q,
        @Nullable PlanState state,
        List<PlanLine> lines,
        List<PersonRef> without,
        @Nullable String next)
        implements FullPage {
    @Override
    public String title() {
        return "Team plans";
    }

    @Override
    public Section section() {
        return Section.TEAM_PLANS;
    }

    public List<Option> states() {
        return Arrays.stream(PlanState.values())
                .map(one -> new Option(one.name(), one.label()))
                .toList();
    }

    public boolean narrows() {
        return q != null || state != null;
    }

    public @Nullable String nextUrl() {
        return next == null ? null : address(next);
    }

    String address(@Nullable String cursor) {
        List<String> parts = new ArrayList<>();
        if (q != null) {
            parts.add("q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        }
        if (state != null) {
            parts.add("state=" + state.name());
        }
        if (cursor != null) {
            parts.add("cursor=" + cursor);
        }
        return parts.isEmpty() ? "/plans/team" : "/plans/team?" + String.join("&", parts);
    }
}
