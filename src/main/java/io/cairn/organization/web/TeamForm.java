package io.cairn.organization.web;

import io.cairn.organization.Team;
import io.cairn.organization.TeamKind;
import org.jspecify.annotations.Nullable;

/** A team's details as typed; the leader is named by e-mail or name. */
public record TeamForm(String name, String kind, String parentId, String leaderId, String version) {

    public TeamForm {
        name = Typed.text(name);
        kind = Typed.text(kind);
        parentId = Typed.text(parentId);
        leaderId = Typed.text(leaderId);
        version = Typed.text(version);
    }

    static TeamForm empty(String parentId) {
        return new TeamForm("", TeamKind.TEAM.name(), parentId, "", "1");
    }

    static TeamForm of(Team team, @Nullable String leaderEmail) {
        return new TeamForm(
                team.name(),
                team.kind().name(),
                team.parentId() == null ? "" : team.parentId().toString(),
                Typed.text(leaderEmail),
                String.valueOf(team.version()));
    }

    TeamForm at(int current) {
        return new TeamForm(name, kind, parentId, leaderId, String.valueOf(current));
    }
}
