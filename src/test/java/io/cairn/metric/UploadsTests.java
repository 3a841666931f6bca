package io.cairn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CairnTest
class UploadsTests {
    @Autowired
    SmallCompany company;

    @Autowired
    Uploads uploads;

    @Autowired
    DomainClock clock;

    @Autowired
    TestDatabase database;

    @Test
    void aFileIsItsSendersAloneAndForgottenAfterAnHour() throws SQLException {
        SmallCompany.Cast cast = company.cast();
        UUID sent = sent(cast.member());
        assertThat(Viewing.as(cast.member(), () -> uploads.get(sent)).name()).isEqualTo("values.csv");
        assertThatThrownBy(() -> Viewing.as(cast.leader(), () -> uploads.get(sent)))
                .isInstanceOf(ProblemException.class);
        uploads.forget();
        assertThat(stored(sent)).isEqualTo(1);
        clock.moveTo(SmallCompany.MID_QUARTER.plusSeconds(3601));
        assertThatThrownBy(() -> Viewing.as(cast.member(), () -> uploads.get(sent)))
                .isInstanceOf(ProblemException.class);
        uploads.forget();
        assertThat(stored(sent)).isZero();
    }

    private UUID sent(Viewer viewer) {
        return Viewing.as(viewer, () -> uploads.keep(viewer, "values.csv", new byte[] {1}, "digest"));
    }

    private int stored(UUID upload) throws SQLException {
        try (var connection = database.superuser().connect();
                var count = connection.prepareStatement("select count(*) from metric.upload where id = ?")) {
            count.setObject(1, upload);
            var row = count.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
