package io.cairn.framework.mbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may take a plan away as a file, and who learns of it. */
@CairnTest
class TrackerFilesTests {
    private static final List<String> FORMATS = List.of("xlsx", "google", "notion", "docx");

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    PlanDay day;

    private static String file(PaidPlan plan, String format) {
        return "/api/v1/templates/mbo-tracker/files/" + format + "?variant=LIVE&subject=" + plan.id;
    }

    @Test
    void aPlanIsAFileForItsTwoSidesAndHrAndForNobodyElse() {
        PaidPlan plan = new PaidPlan(company, api, clock, day);
        for (Viewer reader : List.of(plan.cast.member(), plan.cast.leader(), plan.hr)) {
            for (String format : FORMATS) {
                assertThat(api.get(reader, file(plan, format)).status()).isEqualTo(200);
            }
            assertThat(api.get(reader, "/api/v1/templates").raw().body()).contains(plan.id.toString());
        }
        List<Viewer> others = List.of(plan.cast.colleague(), plan.cast.stranger(), plan.cast.head(), plan.comp);
        for (Viewer other : others) {
            for (String format : FORMATS) {
                assertThat(api.get(other, file(plan, format)).status()).isEqualTo(404);
            }
            assertThat(api.get(other, "/api/v1/templates").raw().body()).doesNotContain(plan.id.toString());
        }
    }

    @Test
    void takingAPlanAwayIsToldToThoseWhoMayReadIt() {
        PaidPlan plan = new PaidPlan(company, api, clock, day);
        assertThat(api.get(plan.cast.leader(), file(plan, "xlsx")).status()).isEqualTo(200);
        assertThat(api.get(plan.cast.member(), "/api/v1/journal?limit=20").raw().body())
                .contains("plan.exported");
        assertThat(api.get(plan.cast.colleague(), "/api/v1/journal?limit=20")
                        .raw()
                        .body())
                .doesNotContain("plan.exported");
    }

    @Test
    void aLiveFileNamesWhatItIsFilledWith() {
        Viewer viewer = company.cast().member();
        assertThat(api.get(viewer, "/api/v1/templates/mbo-tracker/files/xlsx?variant=LIVE")
                        .status())
                .isEqualTo(422);
        assertThat(api.get(viewer, "/api/v1/templates/mbo-tracker/files/pdf").status())
                .isEqualTo(404);
        assertThat(api.get(viewer, "/api/v1/templates/no-such/files/xlsx").status())
                .isEqualTo(404);
    }
}
