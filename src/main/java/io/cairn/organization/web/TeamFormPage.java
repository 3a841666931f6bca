package io.cairn.organization.web;

import io.cairn.kernel.Problem;
import io.cairn.organization.People;
import io.cairn.organization.Team;
import io.cairn.organization.TeamBranch;
import io.cairn.organization.TeamKind;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adding or changing a team.
 *
 * @param team what is changed; null when a team is added
 * @param teams where it may lie
 */
public record TeamFormPage(
        @Nullable Team team, TeamForm form, List<TeamBranch> teams, List<People.Choice> choices, List<Problem> problems)
        implements FullPage {

    /** There is one company, and it stays the company. */
    public boolean company() {
        return form.kind().equals(TeamKind.COMPANY.name());
    }

    @Override
    public String title() {
        return team == null ? "Add a team" : team.name();
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATION;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
