package io.cairn.organization.web;

import io.cairn.kernel.PersonRef;
import io.cairn.organization.Team;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree of teams, for administrators. */
public record TeamAdministrationPage(List<Line> teams) implements FullPage {

    public record Line(Team team, int depth, @Nullable PersonRef leader, int members) {}

    @Override
    public String title() {
        return "Teams";
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATION;
    }
}
