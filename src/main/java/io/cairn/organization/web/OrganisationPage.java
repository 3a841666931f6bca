package io.cairn.organization.web;

import io.cairn.kernel.PersonRef;
import io.cairn.organization.ReportingChart;
import io.cairn.organization.Team;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organisation as nested lists: by reporting line or by team. */
public record OrganisationPage(
        By by, List<ReportingChart.Node> people, @Nullable PersonRef top, List<TeamNode> teams, boolean administrator)
        implements FullPage {

    public enum By {
        PEOPLE,
        TEAMS
    }

    /** A team with those below. */
    public record TeamNode(Team team, @Nullable PersonRef leader, int members, List<TeamNode> below) {}

    @Override
    public String title() {
        return "Organisation";
    }

    @Override
    public Section section() {
        return Section.PEOPLE;
    }
}
