package io.cairn.testing;

import io.cairn.access.Passwords;
import io.cairn.access.Viewing;
import io.cairn.cycle.Cadence;
import io.cairn.cycle.Cycle;
import io.cairn.cycle.CyclePlan;
import io.cairn.cycle.Cycles;
import io.cairn.goal.Ambition;
import io.cairn.goal.CheckInContent;
import io.cairn.goal.CheckIns;
import io.cairn.goal.Counting;
import io.cairn.goal.DayTurn;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalContent;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.Goals;
import io.cairn.goal.Horizon;
import io.cairn.goal.Level;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Milestone;
import io.cairn.goal.Nature;
import io.cairn.kernel.Comparator;
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
import io.cairn.organization.Teams;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A few people and teams of their own for one test, on 15 August 2026, written by the use cases themselves. */
public final class ThirdQuarter {
    public static final LocalDate TODAY = LocalDate.of(2026, 8, 15);
    public static final String PASSWORD = "a walk in the hills";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ApplicationContext context;
    private final int number = NUMBER.incrementAndGet();
    public final Team company;
    public final Cycle quarter;

    public ThirdQuarter(ApplicationContext context) {
        this.context = context;
        new Founding(context.getBean(TestDatabase.class));
        on(TODAY);
        company = system(() -> the(Teams.class)
                .company()
                .orElseGet(
                        () -> the(TeamRegister.class).create(TeamDetails.of("Lumina", TeamKind.COMPANY, null, null))));
        quarter = system(() -> {
            if (the(Cycles.class).all().isEmpty()) {
                the(CyclePlan.class).planYear(YearMonth.of(2026, 1), Cadence.WEEKLY);
            }
            return the(Cycles.class).all().stream()
                    .filter(cycle -> cycle.startsOn().equals(LocalDate.of(2026, 7, 1)))
                    .filter(cycle -> cycle.endsOn().equals(LocalDate.of(2026, 9, 30)))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** Ten o'clock on that day. */
    public void on(LocalDate day) {
        the(DomainClock.class).moveTo(day.atTime(10, 2).toInstant(ZoneOffset.UTC));
    }

    /** Back to the time everybody else lives in. */
    public void leave() {
        the(DomainClock.class).moveTo(Instant.now());
    }

    public <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    public static <T> T system(Supplier<T> work) {
        return Viewing.asSystem("Test", work);
    }

    public Viewer person(String name, Team... teams) {
        String email = name.toLowerCase(Locale.ROOT) + number + "@example.com";
        Person person = system(() -> {
            Person made = the(PeopleRegister.class)
                    .create(PersonDetails.of(name, email)
                            .withTeams(List.of(teams).stream().map(Team::id).toList()));
            the(Passwords.class).set(made.id(), email, PASSWORD);
            return made;
        });
        return new Viewer(person.id(), name, email, EnumSet.noneOf(Role.class), List.of());
    }

    /** Somebody who signs in with {@link #PASSWORD}. */
    public Viewer employee(String name, @Nullable UUID manager, Role... roles) {
        String email = name.toLowerCase(Locale.ROOT).replace(" ", "") + "." + NUMBER.incrementAndGet() + "@example.com";
        Person person = system(() -> {
            Person made = the(PeopleRegister.class)
                    .create(PersonDetails.of(name, email).withManager(manager));
            the(Passwords.class).set(made.id(), email, PASSWORD);
            the(Roles.class).set(made.id(), Set.of(roles));
            return made;
        });
        return new Viewer(person.id(), name, email, Set.of(roles), List.of());
    }

    public Team team(String name, Team above, Viewer leader) {
        return system(() -> the(TeamRegister.class)
                .create(TeamDetails.of(name + " " + number, TeamKind.TEAM, above.id(), leader.id())));
    }

    /** With its measures, active since the first day of the quarter. */
    public Goal objective(String title, Team team, Viewer lead, MeasureContent... measures) {
        Goal draft = draft(title, team, lead, measures);
        on(quarter.startsOn());
        Goal active = as(lead, () -> the(Goals.class).activate(lead, draft.id()));
        on(TODAY);
        turn();
        return active;
    }

    public Goal draft(String title, Team team, Viewer lead, MeasureContent... measures) {
        return as(lead, () -> the(Goals.class).create(lead, content(title, team, lead, List.of(measures))));
    }

    public GoalContent content(String title, Team team, Viewer lead, List<MeasureContent> measures) {
        return new GoalContent(
                "okr",
                null,
                title,
                "",
                quarter.id(),
                team.id(),
                null,
                lead.id(),
                GoalLevel.TEAM,
                Horizon.TACTICAL,
                Ambition.ASPIRATIONAL,
                List.of(),
                List.of(),
                null,
                null,
                null,
                measures);
    }

    /** The demo's first objective: three key results, checked in every Friday up to a week ago. */
    public Goal retention(Team team, Viewer lead) {
        Goal goal = objective(
                "Improve revenue retention across key accounts this quarter",
                team,
                lead,
                way("Renewal rate", "%", "88", "92"),
                way("Cross-sell penetration", "%", "40", "44"),
                way("Time to escalation", "h", "30", "24"));
        weekly(lead, goal.measures().get(0), 8, "88.3", "88.5", "88.9", "89.2", "89.6");
        weekly(lead, goal.measures().get(1), 6, "40.2", "40.5", "40.7", "41", "41.3");
        weekly(lead, goal.measures().get(2), 4, "29.8", "29.5", "29.4", "28.9", "28.4");
        return goal;
    }

    public void contributor(Goal goal, Viewer helper) {
        new Founding(context.getBean(TestDatabase.class)).run("""
                insert into goal.contributor (goal_id, person_id, audience_kind, audience_id)
                select g.id, ?, g.audience_kind, g.audience_id from goal.goal g where g.id = ?
                """, helper.id(), goal.id());
    }

    /** A Friday each, the first on 3 July. */
    public void weekly(Viewer author, Measure measure, int confidence, String... values) {
        LocalDate day = LocalDate.of(2026, 7, 3);
        for (String value : values) {
            on(day);
            turn();
            checkIn(author, measure, value, confidence, "Week by week");
            day = day.plusWeeks(1);
        }
        on(TODAY);
        turn();
    }

    public void checkIn(Viewer author, Measure measure, String value, int confidence, String note) {
        as(
                author,
                () -> the(CheckIns.class)
                        .record(
                                author,
                                measure.id(),
                                new CheckInContent(new BigDecimal(value), null, null, confidence, note, null, null)));
    }

    public void turn() {
        the(DayTurn.class).turn();
    }

    public static <T> T as(Viewer viewer, Supplier<T> work) {
        return Viewing.as(viewer, work);
    }

    public Goal now(UUID goal) {
        return system(() -> the(Goals.class).get(goal));
    }

    public static MeasureContent way(String name, String unit, String from, String to) {
        boolean up = new BigDecimal(to).compareTo(new BigDecimal(from)) > 0;
        return new MeasureContent(
                name,
                up ? MeasureKind.INCREASE : MeasureKind.DECREASE,
                Nature.VALUE,
                unit,
                new BigDecimal(from),
                new BigDecimal(to),
                null,
                up ? Comparator.GE : Comparator.LE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static MeasureContent count(String name, String to) {
        MeasureContent way = way(name, "", "0", to);
        return new MeasureContent(
                name,
                way.kind(),
                Nature.ACTIVITY,
                "",
                way.baseline(),
                way.target(),
                null,
                way.comparator(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Counting.INCREMENT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static MeasureContent ofKind(String name, MeasureKind kind) {
        List<Milestone> steps = kind == MeasureKind.MILESTONE
                ? List.of(
                        Milestone.of("Contract signed"),
                        Milestone.of("First module taught"),
                        Milestone.of("All teams taught"))
                : null;
        List<Level> levels = kind == MeasureKind.RUBRIC ? Level.USUAL : null;
        return new MeasureContent(
                name,
                kind,
                Nature.VALUE,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                steps,
                levels,
                null,
                null,
                null,
                null);
    }

    /** A browser that is signed in as this person. */
    public Browser browser(Viewer viewer, int port) {
        Browser browser = new Browser(port);
        browser.signIn(viewer.email(), PASSWORD);
        return browser;
    }
}
