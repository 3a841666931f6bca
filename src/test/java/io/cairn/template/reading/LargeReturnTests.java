package io.cairn.template.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.framework.okr.PlanningForm;
import io.cairn.goal.Goals;
import io.cairn.kernel.Viewer;
import io.cairn.template.Cell;
import io.cairn.template.FileMark;
import io.cairn.template.FileMarks;
import io.cairn.template.Filled;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.Templates;
import io.cairn.template.writing.Format;
import io.cairn.template.writing.TemplateFile;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** How long files of 5,000 rows take to be looked at and applied; the times are printed, and held against what is promised. */
@CairnTest
@Tag("long")
class LargeReturnTests {
    private static final String TRACKER = "mbo-tracker";
    private static final int ROWS = 5_000;
    private static final Duration PREVIEW = Duration.ofSeconds(5);
    private static final Duration APPLICATION = Duration.ofSeconds(30);

    @Autowired
    SmallCompany company;

    @Autowired
    Templates templates;

    @Autowired
    FileMarks marks;

    @Autowired
    Previews previews;

    @Autowired
    Goals goals;

    @Autowired
    TestDatabase database;

    Cast cast;
    Viewer viewer;

    @BeforeEach
    void cast() {
        cast = company.cast();
        viewer = cast.leader();
        byte[] few = Viewing.as(viewer, () -> new ManyObjectives(50, "First", Instant.now()).file(cast, marks.own()));
        Viewing.as(viewer, () -> previews.look(viewer, PlanningForm.KEY, "first.xlsx", new ByteArrayResource(few)));
    }

    private static <T> T within(String what, Duration most, Callable<T> work) throws Exception {
        long began = System.nanoTime();
        T done = work.call();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("5,000 rows %s: %.1f s%n", what, took.toMillis() / 1000.0);
        assertThat(took).as(what).isLessThan(most);
        return done;
    }

    private TemplatePreview looked(String template, byte[] file) throws Exception {
        return within(
                "of " + template + " looked at",
                PREVIEW,
                () -> Viewing.as(
                        viewer, () -> previews.look(viewer, template, "plan.xlsx", new ByteArrayResource(file))));
    }

    private TemplatePreview applied(String what, TemplatePreview preview) throws Exception {
        return within(
                what,
                APPLICATION,
                () -> Viewing.as(viewer, () -> previews.apply(viewer, preview.id(), APPLICATION.multipliedBy(4))));
    }

    private byte[] objectives(String word, Instant madeAt) {
        return Viewing.as(viewer, () -> new ManyObjectives(ROWS / 5, word, madeAt).file(cast, marks.own()));
    }

    @Test
    void fiveThousandRowsOfAPlanningSheetComeBackInSeconds() throws Exception {
        Instant madeAt = Instant.now();
        TemplatePreview created = applied("created", looked(PlanningForm.KEY, objectives("Objective", madeAt)));
        assertThat(created.state()).isEqualTo(TemplatePreview.State.DONE);
        assertThat(created.applied()).isEqualTo(ROWS);
        TemplatePreview again = looked(PlanningForm.KEY, objectives("Objective", madeAt));
        assertThat(again.unchanged()).isEqualTo(ROWS + 1);
        TemplatePreview renamed = looked(PlanningForm.KEY, objectives("Aim", madeAt));
        assertThat(renamed.toChange()).isEqualTo(ROWS);
        assertThat(applied("changed", renamed).applied()).isEqualTo(ROWS);
    }

    @Test
    void aWeekOfValuesForFourThousandKeyResultsComesBackInSeconds() throws Exception {
        applied("created", looked(PlanningForm.KEY, objectives("Objective", Instant.now())));
        for (UUID goal : drafts()) {
            Viewing.as(viewer, () -> goals.activate(viewer, goal));
        }
        TemplatePreview week = looked(PlanningForm.KEY, Viewing.as(viewer, this::weekOfValues));
        assertThat(week.toChange()).isEqualTo(ROWS / 5 * ManyObjectives.EACH);
        assertThat(applied("checked in", week).applied()).isEqualTo(week.toChange());
    }

    private List<UUID> drafts() throws SQLException {
        List<UUID> drafts = new ArrayList<>();
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from goal.goal where owner_team_id = '"
                        + cast.team().id() + "'")) {
            while (rows.next()) {
                drafts.add(rows.getObject(1, UUID.class));
            }
        }
        return drafts;
    }

    private byte[] weekOfValues() {
        Filled live = templates
                .require(PlanningForm.KEY)
                .live(viewer, cast.quarter().id() + ":" + cast.team().id());
        List<SheetRows> sheets = live.sheets().stream()
                .map(sheet -> sheet.form().key().equals(PlanningForm.KEY_RESULTS)
                        ? SheetRows.of(
                                sheet.form(),
                                sheet.rows().stream()
                                        .map(LargeReturnTests::measured)
                                        .toList())
                        : sheet)
                .toList();
        return TemplateFile.of(
                new Filled(live.form(), live.variant(), "", live.subject(), "", sheets),
                new FileMark(
                        live.form().key(),
                        live.form().version(),
                        marks.own(),
                        live.variant(),
                        live.subject(),
                        Instant.now(),
                        List.of()),
                Format.XLSX);
    }

    private static SheetRow measured(SheetRow row) {
        Map<String, Cell> cells = new HashMap<>(row.cells());
        cells.put("w7", new Cell.Figure(BigDecimal.TWO));
        return new SheetRow(cells, row.fixed());
    }

    @Test
    void fiveThousandRowsOfATrackerAreLookedAtInSeconds() throws Exception {
        List<SheetRow> lines = IntStream.range(0, ROWS)
                .mapToObj(i -> SheetRow.row()
                        .with("title", "Objective " + i)
                        .with("target", BigDecimal.TEN)
                        .with("weight", new BigDecimal("0.0002"))
                        .done())
                .toList();
        SheetRow head = SheetRow.row().with("employee", cast.member().email()).done();
        byte[] file = Viewing.as(
                viewer,
                () -> ManyObjectives.workbook(
                        templates.require(TRACKER).form(),
                        marks.own(),
                        Instant.now(),
                        Map.of("plan", List.of(head), "objectives", lines)));
        TemplatePreview preview = looked(TRACKER, file);
        assertThat(preview.refused() + preview.toCreate()).isEqualTo(ROWS + 1);
    }
}
