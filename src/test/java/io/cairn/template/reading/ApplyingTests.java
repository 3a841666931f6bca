package io.cairn.template.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewers;
import io.cairn.access.Viewing;
import io.cairn.framework.okr.PlanningForm;
import io.cairn.template.FileMarks;
import io.cairn.template.Templates;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.transaction.support.TransactionTemplate;

/** An application that ends midway, as when the program is killed, is taken up again, and nothing is done twice. */
@CairnTest
class ApplyingTests {
    private static final int OBJECTIVES = 80;
    private static final int LAST_WRITTEN = 60;

    @Autowired
    SmallCompany company;

    @Autowired
    FileMarks marks;

    @Autowired
    Previews previews;

    @Autowired
    Applying applying;

    @Autowired
    PreviewStore store;

    @Autowired
    Planning planning;

    @Autowired
    Templates templates;

    @Autowired
    Memory memory;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestDatabase database;

    private void sql(String statement) throws SQLException {
        try (var connection = database.superuser().connect();
                var each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    private long count(String query) throws SQLException {
        try (var connection = database.superuser().connect();
                var each = connection.createStatement();
                var row = each.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private TemplatePreview looked(Cast cast, byte[] file) throws Exception {
        return Viewing.as(
                cast.leader(),
                () -> previews.look(cast.leader(), PlanningForm.KEY, "plan.xlsx", new ByteArrayResource(file)));
    }

    private TemplatePreview now(Cast cast, UUID preview) {
        return Viewing.as(cast.leader(), () -> previews.get(preview));
    }

    private TemplatePreview ended(Cast cast, UUID preview) throws InterruptedException {
        for (int i = 0; i < 200 && now(cast, preview).state() != TemplatePreview.State.DONE; i++) {
            Thread.sleep(50);
        }
        return now(cast, preview);
    }

    private long written(String word) throws SQLException {
        return count("select count(*) from goal.goal where title like '" + word + " of many, %'");
    }

    /** The connection that writes this objective is gone at once, with all that it had not finished. */
    private void dieAt(String title) throws SQLException {
        sql("""
                create function public.die() returns trigger language plpgsql security definer as $$
                begin
                    perform pg_terminate_backend(pg_backend_pid());
                    return new;
                end $$;
                create trigger die before insert on goal.goal for each row when (new.title = '%s')
                    execute function public.die()
                """.formatted(title));
    }

    @Test
    void whatEndsMidwayIsTakenUpAgainAndEachPartIsDoneOnce() throws Exception {
        Cast cast = company.cast();
        String word = "Resumed";
        var many = new ManyObjectives(OBJECTIVES, word, Instant.now());
        byte[] file = Viewing.as(cast.leader(), () -> many.file(cast, marks.own()));
        UUID preview = looked(cast, file).id();
        dieAt(word + " of many, number " + LAST_WRITTEN);
        try {
            TemplatePreview stopped =
                    Viewing.as(cast.leader(), () -> previews.apply(cast.leader(), preview, Duration.ofSeconds(30)));
            assertThat(stopped.state()).isEqualTo(TemplatePreview.State.APPLYING);
            assertThat(stopped.applied()).isEqualTo(LAST_WRITTEN * (ManyObjectives.EACH + 1));
            assertThat(written(word)).isEqualTo(LAST_WRITTEN);
        } finally {
            sql("drop trigger die on goal.goal; drop function public.die()");
        }
        applying.takeUp();
        Thread.sleep(200);
        assertThat(now(cast, preview).state())
                .as("somebody may still be at it")
                .isEqualTo(TemplatePreview.State.APPLYING);
        sql("update template.preview set touched_at = touched_at - interval '1 minute' where id = '" + preview + "'");
        applying.takeUp();
        TemplatePreview done = ended(cast, preview);
        assertThat(done.state()).isEqualTo(TemplatePreview.State.DONE);
        assertThat(done.applied()).isEqualTo(many.rows());
        assertThat(done.refused()).isZero();
        assertThat(written(word)).isEqualTo(OBJECTIVES);
        assertThat(count("""
                        select count(*) from audit.entry
                         where action = 'goal.created' and summary like '%“Resumed of many, %'
                        """)).isEqualTo(OBJECTIVES);
        assertThat(looked(cast, file).unchanged()).isEqualTo(many.rows() + 1);
    }

    @Test
    void twoProgramsThatApplyTheSameFileDoEachPartOnce() throws Exception {
        Cast cast = company.cast();
        String word = "Shared";
        var many = new ManyObjectives(OBJECTIVES, word, Instant.now());
        UUID preview = looked(cast, Viewing.as(cast.leader(), () -> many.file(cast, marks.own())))
                .id();
        Viewing.as(cast.leader(), () -> transaction.execute(status -> store.begin(preview)));
        var other = new Applying(store, planning, templates, marks, memory, viewers, transaction);
        try {
            Thread here = Thread.ofVirtual().start(() -> applying.start(cast.leader(), preview, Duration.ofMinutes(1)));
            other.start(cast.leader(), preview, Duration.ofMinutes(1));
            here.join();
        } finally {
            other.end();
        }
        TemplatePreview done = now(cast, preview);
        assertThat(done.state()).isEqualTo(TemplatePreview.State.DONE);
        assertThat(done.applied()).isEqualTo(many.rows());
        assertThat(done.refused()).isZero();
        assertThat(written(word)).isEqualTo(OBJECTIVES);
    }
}
