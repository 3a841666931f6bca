package io.cairn.setup;

import static io.cairn.kernel.Role.ADMIN;
import static io.cairn.kernel.Role.CHAMP;
import static io.cairn.kernel.Role.COMP;
import static io.cairn.kernel.Role.EXEC;
import static io.cairn.kernel.Role.HR;

import io.cairn.kernel.Role;
import io.cairn.organization.TeamKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who works at the demo company; managers stand before their reports. Source: frameworks 6.0. */
record DemoPerson(
        String name,
        String jobTitle,
        String jobFamily,
        String level,
        String team,
        @Nullable String manager,
        Set<Role> roles) {

    static final List<DemoPerson> ALL = List.of(
            new DemoPerson("Iris", "Chief executive officer", "Management", "E2", "Company", null, Set.of(EXEC)),
            new DemoPerson("Mia", "Chief revenue officer", "Management", "E1", "Revenue", "Iris", Set.of(EXEC)),
            new DemoPerson("Theo", "Sales manager", "Sales", "M2", "Sales", "Mia", Set.of()),
            new DemoPerson("Ava", "Account executive", "Sales", "S3", "Sales", "Theo", Set.of()),
            new DemoPerson(
                    "Ravi", "Revenue operations lead", "Operations", "M1", "Revenue Operations", "Mia", Set.of()),
            new DemoPerson(
                    "Noah", "Customer success lead", "Customer success", "M2", "Customer Success", "Mia", Set.of()),
            new DemoPerson("Omar", "Support lead", "Customer success", "M1", "Support", "Noah", Set.of()),
            new DemoPerson("Lena", "Marketing lead", "Marketing", "M2", "Marketing", "Iris", Set.of(CHAMP)),
            new DemoPerson("Sofia", "People lead", "People", "M2", "People", "Iris", Set.of(HR)),
            new DemoPerson("Nina", "Compensation manager", "Finance", "M1", "Finance", "Iris", Set.of(COMP)),
            new DemoPerson("Kai", "IT administrator", "IT", "S3", "IT", "Iris", Set.of(ADMIN)));

    /** A team; those above stand before those below. */
    record DemoTeam(String name, TeamKind kind, @Nullable String parent, String leader) {
        static final List<DemoTeam> ALL = List.of(
                new DemoTeam("Company", TeamKind.COMPANY, null, "Iris"),
                new DemoTeam("Revenue", TeamKind.DEPARTMENT, "Company", "Mia"),
                new DemoTeam("Sales", TeamKind.TEAM, "Revenue", "Theo"),
                new DemoTeam("Revenue Operations", TeamKind.TEAM, "Revenue", "Ravi"),
                new DemoTeam("Customer Success", TeamKind.TEAM, "Revenue", "Noah"),
                new DemoTeam("Support", TeamKind.TEAM, "Customer Success", "Omar"),
                new DemoTeam("Marketing", TeamKind.TEAM, "Company", "Lena"),
                new DemoTeam("People", TeamKind.TEAM, "Company", "Sofia"),
                new DemoTeam("Finance", TeamKind.TEAM, "Company", "Nina"),
                new DemoTeam("IT", TeamKind.TEAM, "Company", "Kai"));
    }

    String email() {
        return name.toLowerCase(Locale.ROOT) + "@example.com";
    }
}
