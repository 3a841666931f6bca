package io.cairn.goal.web;

import io.cairn.access.Secret;
import io.cairn.access.SignIn;
import io.cairn.access.Viewers;
import io.cairn.access.Viewing;
import io.cairn.cycle.Cadence;
import io.cairn.cycle.Cycle;
import io.cairn.cycle.CyclePlan;
import io.cairn.goal.CheckInContent;
import io.cairn.goal.CheckIns;
import io.cairn.goal.Goal;
import io.cairn.goal.Goals;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.Horizon;
import io.cairn.goal.MeasureContent;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.PeopleRegister;
import io.cairn.organization.Person;
import io.cairn.organization.PersonDetails;
import io.cairn.organization.Roles;
import io.cairn.organization.Team;
import io.cairn.organization.TeamDetails;
import io.cairn.organization.TeamKind;
import io.cairn.organization.TeamRegister;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** A company of four teams on 15 August 2026, written through the use cases; each test class has its own. */
@Component
public class SmallCompany {
    static final LocalDate TODAY = LocalDate.of(2026, 8, 15);

    private final PeopleRegister people;
    private final TeamRegister teams;
    private final Roles roles;
    private final CyclePlan cycles;
    private final Goals goals;
    private final CheckIns checkIns;
    private final Viewers viewers;
    private final SignIn signIn;
    private final DomainClock clock;
    private final ObjectMapper json;
    private final Map<String, Person> named = new HashMap<>();
    private final Map<String, Team> team = new HashMap<>();
    private Map<String, Cycle> cycle = Map.of();

    SmallCompany(
            PeopleRegister people,
            TeamRegister teams,
            Roles roles,
            CyclePlan cycles,
            Goals goals,
            CheckIns checkIns,
            Viewers viewers,
            SignIn signIn,
            DomainClock clock,
            ObjectMapper json) {
        this.people = people;
        this.teams = teams;
        this.roles = roles;
        this.cycles = cycles;
        this.goals = goals;
        this.checkIns = checkIns;
        this.viewers = viewers;
        this.signIn = signIn;
        this.clock = clock;
        this.json = json;
    }

    /** People, teams and cycles; no goals. */
    void found() {
        clock.moveTo(TODAY.atTime(LocalTime.of(10, 0)).atZone(clock.getZone()).toInstant());
        for (String name : List.of("Iris", "Mia", "Noah", "Omar", "Lena", "Ava")) {
            named.put(name, system(() -> people.create(PersonDetails.of(name, name.toLowerCase(java.util.Locale.ROOT) + "@example.com"))));
        }
        system(() -> roles.set(id("Iris"), Set.of(Role.EXEC, Role.ADMIN)));
        team("Company", TeamKind.COMPANY, null, "Iris");
        team("Revenue", TeamKind.DEPARTMENT, "Company", "Mia");
        team("Customer Success", TeamKind.TEAM, "Revenue", "Noah");
        team("Support", TeamKind.TEAM, "Customer Success", "Omar");
        team("Marketing", TeamKind.DEPARTMENT, "Company", "Lena");
        cycle = system(() -> cycles.planYear(YearMonth.of(2026, 1), Cadence.WEEKLY)).stream()
                .collect(java.util.stream.Collectors.toMap(Cycle::name, one -> one));
    }

    private void team(String name, TeamKind kind, @Nullable String above, String leader) {
        UUID parent = above == null ? null : team(above);
        team.put(name, system(() -> teams.create(TeamDetails.of(name, kind, parent, id(leader)))));
    }

    UUID id(String person) {
        return named.get(person).id();
    }

    UUID team(String name) {
        return team.get(name).id();
    }

    UUID cycle(String name) {
        return cycle.get(name).id();
    }

    Viewer viewer(String person) {
        return viewers.holding(session(person)).orElseThrow();
    }

    Secret session(String person) {
        return signIn.openSession(id(person));
    }

    /** A draft of this team in this cycle; measures as the API takes them. */
    Goal draft(String lead, String ofTeam, String inCycle, String title, String... measures) {
        Viewer viewer = viewer(lead);
        List<MeasureContent> content = java.util.Arrays.stream(measures)
                .map(one -> json.readValue(one, MeasureContent.class))
                .toList();
        GoalLevel level = ofTeam.equals("Company") ? GoalLevel.COMPANY : GoalLevel.TEAM;
        Horizon horizon = inCycle.startsWith("FY") ? Horizon.STRATEGIC : Horizon.TACTICAL;
        return Viewing.as(
                viewer,
                () -> goals.create(
                        viewer,
                        new GoalContent(
                                "okr", null, title, "Why " + title + " matters.", cycle(inCycle), team(ofTeam), null, id(lead),
                                level, horizon, null, null, null, null, null, null, content)));
    }

    Goal active(String lead, String ofTeam, String inCycle, String title, String... measures) {
        Goal draft = draft(lead, ofTeam, inCycle, title, measures);
        return moved(draft.startsOn(), () -> as(lead, viewer -> goals.activate(viewer, draft.id())));
    }

    /** One check-in a week from 3 July on, the last one on 14 August. */
    void weekly(String author, Goal goal, int measure, int confidence, String... values) {
        for (int week = 0; week < values.length; week++) {
            LocalDate day = LocalDate.of(2026, 8, 14).minusWeeks(values.length - 1L - week);
            BigDecimal value = new BigDecimal(values[week]);
            String note = week == values.length - 1 ? "Two enterprise pilots signed; the third slips to September." : "";
            report(author, goal, measure, new CheckInContent(value, null, null, confidence, note, day.toString(), null));
        }
    }

    void report(String author, Goal goal, int measure, CheckInContent content) {
        as(author, viewer -> checkIns.record(viewer, goal.measures().get(measure).id(), content));
    }

    <T> T as(String person, java.util.function.Function<Viewer, T> work) {
        Viewer viewer = viewer(person);
        return Viewing.as(viewer, () -> work.apply(viewer));
    }

    private <T> T moved(LocalDate day, Supplier<T> work) {
        clock.moveTo(day.atTime(9, 0).atZone(clock.getZone()).toInstant());
        try {
            return work.get();
        } finally {
            clock.moveTo(TODAY.atTime(LocalTime.of(10, 0)).atZone(clock.getZone()).toInstant());
        }
    }

    private static <T> T system(Supplier<T> work) {
        return Viewing.asSystem("Test", work);
    }

    static String way(String name, String unit, String baseline, String target, String comparator) {
        boolean rises = comparator.startsWith("G");
        return """
                {"name": "%s", "kind": "%s", "nature": "VALUE", "unit": "%s", "baseline": %s, "target": %s, "comparator": "%s"}
                """.formatted(name, rises ? "INCREASE" : "DECREASE", unit, baseline, target, comparator);
    }

    /** Renewals at 90 of 92 %, cross-sell behind, escalation far behind: 41 % where 50 % are expected. */
    Goal retention() {
        Goal goal = active(
                "Noah", "Customer Success", "2026 Q3", "Improve revenue retention across key accounts this quarter",
                way("Renewal rate", "%", "88", "92", "GE"),
                way("Cross-sell penetration", "%", "40", "44", "GE"),
                way("Time to escalation", "h", "30", "24", "LE"));
        weekly("Noah", goal, 0, 8, "88", "88.6", "89", "89.3", "89.5", "89.6", "90");
        weekly("Noah", goal, 1, 6, "40", "40.4", "41", "41.2", "41.3", "41.3", "41.6");
        weekly("Noah", goal, 2, 4, "30", "29.7", "29.3", "29.1", "28.8", "28.4", "28");
        return goal;
    }
}
