package io.cairn.kernel;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The signed-in person as of this request: looked up anew each time, so a revoked right is gone at the next one.
 *
 * @param frameworksOff what the organisation does without, by key
 */
public record Viewer(UUID id, String name, String email, Set<Role> roles, List<Team> teams, Set<String> frameworksOff) {

    /** Where all frameworks are in use. */
    public Viewer(UUID id, String name, String email, Set<Role> roles, List<Team> teams) {
        this(id, name, email, roles, teams, Set.of());
    }

    /** A team the viewer belongs to or leads. */
    public record Team(UUID id, String name, boolean leads) {}

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the organisation uses the framework of this key. */
    public boolean uses(String framework) {
        return !frameworksOff.contains(framework);
    }

    public boolean isAny(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
