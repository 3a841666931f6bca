package io.cairn.organization;

import io.cairn.kernel.Problem;

/** What can go wrong with people and teams. */
public enum OrganizationProblem implements Problem.Kind {
    EMAIL_INVALID(422, "This is not an e-mail address."),
    EMAIL_TAKEN(409, "Somebody has this e-mail address already."),
    EXTERNAL_ID_TAKEN(409, "Somebody has this external id already."),
    NO_SUCH_PERSON(422, "Nobody here has this name, e-mail or id."),
    NO_SUCH_TEAM(422, "There is no such team."),
    REPORTING_LOOP(409, "This would make somebody their own manager."),
    LAST_ADMINISTRATOR(409, "This is the last administrator. Give the role to somebody else first."),
    PERSON_LEFT(409, "This person has left."),
    PERSON_IS_HERE(409, "This person has not left."),
    TEAM_LOOP(409, "A team cannot lie inside itself."),
    TEAM_HAS_GOALS(409, "This team has goals."),
    TEAM_HAS_KPIS(409, "This team has KPIs."),
    TEAM_HAS_DASHBOARDS(409, "This team has dashboards."),
    TEAM_HAS_PEOPLE(409, "This team still has people."),
    TEAM_HAS_TEAMS(409, "This team still has teams below it."),
    ONE_COMPANY(409, "There is exactly one company, at the top of all teams.");

    private final int status;
    private final String message;

    OrganizationProblem(int status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
