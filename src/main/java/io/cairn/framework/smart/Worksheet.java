package io.cairn.framework.smart;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.Visibility;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalSearch;
import io.cairn.goal.GoalStatus;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.organization.Teams;
import io.cairn.template.Filled;
import io.cairn.template.LiveFile;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.Template;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** SMART goals as a file. */
@Component
@Transactional(readOnly = true)
class Worksheet implements Template {
    private static final String OWN = "own";
    private static final String ALL = "all";
    private static final int MOST = 2000;
    private static final TemplateForm FORM = WorksheetForm.form();

    private final ManySheets sheets;
    private final Teams teams;
    private final Journal journal;

    Worksheet(ManySheets sheets, Teams teams, Journal journal) {
        this.sheets = sheets;
        this.teams = teams;
        this.journal = journal;
    }

    @Override
    public TemplateForm form() {
        return FORM;
    }

    /** What is the viewer's own first. */
    @Override
    public List<LiveFile> liveFiles(Viewer viewer) {
        List<LiveFile> files = new ArrayList<>();
        files.add(new LiveFile(OWN, "Mine", "My SMART goals"));
        files.add(new LiveFile(ALL, "All", "All SMART goals I may read"));
        viewer.teams()
                .forEach(team ->
                        files.add(new LiveFile(team.id().toString(), "Teams", "SMART goals of " + team.name())));
        return files;
    }

    @Override
    public Filled live(Viewer viewer, String subject) {
        Subject wanted = subject(viewer, subject);
        List<SheetRow> rows = sheets.find(wanted.goals(), MOST).stream()
                .map(WorksheetRows::row)
                .toList();
        return new Filled(
                FORM,
                Variant.LIVE,
                wanted.about(),
                subject,
                "",
                List.of(SheetRows.of(FORM.sheet(WorksheetForm.GOALS), rows)));
    }

    /** Of each goal that is not for everybody, at the goal itself. */
    @Override
    public void taken(Viewer viewer, List<String> subjects) {
        Map<UUID, Goal> goals = new LinkedHashMap<>();
        for (String subject : subjects) {
            sheets.find(subject(viewer, subject).goals(), MOST).stream()
                    .map(SmartSheet::goal)
                    .filter(goal -> goal.visibility() != Visibility.PUBLIC_ORG)
                    .forEach(goal -> goals.put(goal.id(), goal));
        }
        journal.record(goals.values().stream()
                .map(goal -> Entry.of("goal.exported", "goal", goal.id(), "took the worksheet away in a file")
                        .goal(goal.id())
                        .seenBy(goal.key()))
                .toList());
    }

    /** @param about what the file's first line says it is of */
    private record Subject(GoalSearch.Wanted goals, String about) {}

    private Subject subject(Viewer viewer, String subject) {
        GoalSearch.Wanted kept = GoalSearch.Wanted.ANY.inStates(
                GoalStatus.DRAFT, GoalStatus.ACTIVE, GoalStatus.ON_HOLD, GoalStatus.SCORING, GoalStatus.CLOSED);
        if (subject.equals(ALL)) {
            return new Subject(kept, "");
        }
        if (subject.equals(OWN)) {
            return new Subject(kept.ofPerson(viewer.id()), viewer.name());
        }
        Team team = teams.require(id(subject));
        return new Subject(kept.ofTeams(List.of(team.id()), true), team.name());
    }

    private static UUID id(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException noId) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
    }

    /** One that passes every letter and one that does not. Source: frameworks 6.4, vectors SMT-01 and SMT-02. */
    @Override
    public Filled sample() {
        SheetRow passes = SheetRow.row()
                .with("title", "Grow expansion revenue in assigned enterprise accounts by 15 % this quarter")
                .with("specific", "Ava sells further modules to the twelve enterprise accounts assigned to her.")
                .with("s", "PASS")
                .with("measurable", "Revenue from these accounts rises from 2,000,000 to 2,300,000 EUR.")
                .with("m", "PASS")
                .with("achievable", "Theo agrees: eight of twelve accounts asked for an offer.")
                .with("a", "PASS")
                .with("relevant", "It serves the retention objective of the revenue teams.")
                .with("r", "PASS")
                .with("timeBound", "By the end of the third quarter.")
                .with("t", "PASS")
                .with("score", 5)
                .with("owner", "Ava")
                .with("measure", "Expansion revenue")
                .with("unit", "EUR")
                .with("baseline", new BigDecimal("2000000"))
                .with("target", new BigDecimal("2300000"))
                .with("current", new BigDecimal("2240000"))
                .with("progress", new BigDecimal("0.8"))
                .with("dueOn", LocalDate.of(2026, 9, 30))
                .with("obstacles", "Two accounts change their buyer in August.")
                .with("firstStep", "Agree on an account plan with each sponsor.")
                .with("reviewOn", LocalDate.of(2026, 8, 15))
                .with("state", "Active")
                .done();
        SheetRow open = SheetRow.row()
                .with("title", "Experiment with new content types")
                .with("specific", "Marketing tries formats that were not used before.")
                .with("s", "PARTIAL")
                .with("measurable", "Nobody has said how much.")
                .with("m", "FAIL")
                .with("achievable", "The team has the time for it.")
                .with("a", "PASS")
                .with("relevant", "It serves the growth of followers.")
                .with("r", "PASS")
                .with("timeBound", "By the end of the half-year.")
                .with("t", "PASS")
                .with("score", 3)
                .with("owner", "Lena")
                .with("dueOn", LocalDate.of(2026, 6, 30))
                .with("state", "Active")
                .done();
        return new Filled(
                FORM,
                Variant.SAMPLE,
                "Ava and Lena",
                "",
                "",
                List.of(SheetRows.of(FORM.sheet(WorksheetForm.GOALS), List.of(passes, open))));
    }
}
