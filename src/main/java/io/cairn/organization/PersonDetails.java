package io.cairn.organization;

import io.cairn.kernel.ProblemList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an administrator says of a person; valid in itself, with blanks around texts taken off. */
public record PersonDetails(
        String name,
        String email,
        String jobTitle,
        String jobFamily,
        String level,
        @Nullable String externalId,
        @Nullable UUID managerId,
        List<UUID> teamIds) {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>(),;:\"\\\\\\[\\]]+@[^\\s@<>(),;:\"\\\\.]+(\\.[^\\s@<>(),;:\"\\\\.]+)*");
    private static final int LONGEST_EMAIL = 254;

    public PersonDetails {
        teamIds = teamIds.stream().distinct().sorted().toList();
    }

    /** @throws io.cairn.kernel.ProblemException with everything that is wrong, each at its field */
    public static PersonDetails of(
            @Nullable String name,
            @Nullable String email,
            @Nullable String jobTitle,
            @Nullable String jobFamily,
            @Nullable String level,
            @Nullable String externalId,
            @Nullable UUID managerId,
            List<UUID> teamIds) {
        var problems = new ProblemList();
        String external = problems.optionalText("externalId", externalId, 200);
        var details = new PersonDetails(
                problems.text("name", name, 200),
                email(problems, email),
                problems.optionalText("jobTitle", jobTitle, 200),
                problems.optionalText("jobFamily", jobFamily, 200),
                problems.optionalText("level", level, 50),
                external.isEmpty() ? null : external,
                managerId,
                teamIds);
        problems.throwAny();
        return details;
    }

    /** The shortest details of somebody new. */
    public static PersonDetails of(String name, String email) {
        return of(name, email, null, null, null, null, null, List.of());
    }

    public PersonDetails withManager(@Nullable UUID manager) {
        return new PersonDetails(name, email, jobTitle, jobFamily, level, externalId, manager, teamIds);
    }

    public PersonDetails withTeams(List<UUID> teams) {
        return new PersonDetails(name, email, jobTitle, jobFamily, level, externalId, managerId, teams);
    }

    public PersonDetails withJob(String title, String family, String newLevel) {
        return of(name, email, title, family, newLevel, externalId, managerId, teamIds);
    }

    private static String email(ProblemList problems, @Nullable String given) {
        int before = problems.found().size();
        String email = problems.text("email", given, LONGEST_EMAIL);
        boolean readable = problems.found().size() == before;
        problems.when(readable && !EMAIL.matcher(email).matches(), OrganizationProblem.EMAIL_INVALID.at("email"));
        return email;
    }
}
