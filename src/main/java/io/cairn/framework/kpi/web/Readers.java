package io.cairn.framework.kpi.web;

import io.cairn.framework.kpi.Dashboard;
import io.cairn.framework.kpi.Sharing;
import io.cairn.kernel.Viewer;
import io.cairn.web.part.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a dashboard can be shared with. */
final class Readers {
    private Readers() {}

    static List<Option> audiences() {
        return Arrays.stream(Sharing.values())
                .map(sharing -> new Option(sharing.name(), sharing.label()))
                .toList();
    }

    /** The viewer's teams, and the one it is shared with already. */
    static List<Option> teams(Viewer viewer, @Nullable Dashboard dashboard) {
        List<Option> teams = new ArrayList<>();
        viewer.teams().forEach(team -> teams.add(new Option(team.id().toString(), team.name())));
        Dashboard.TeamRef now = dashboard == null ? null : dashboard.team();
        if (now != null && viewer.teams().stream().noneMatch(team -> team.id().equals(now.id()))) {
            teams.add(new Option(now.id().toString(), now.name()));
        }
        return teams;
    }
}
