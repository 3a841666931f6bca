package io.cairn.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricSearch;
import io.cairn.testing.DemoTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo's KPIs show what frameworks 6.3 says of them on 15 August 2026. */
@DemoTest
class DemoMetricsTests {
    @Autowired
    MetricSearch search;

    @ParameterizedTest
    @CsvSource({
        "Customer retention, 88.5, AMBER",
        "Website bounce rate, 38.2, GREEN",
        "Monthly recurring revenue, 412000, MONITOR",
        "Sales win rate, 17.5, RED",
        "Net promoter score, 61, MONITOR",
        "Website uptime, 99.97, GREEN",
        "Support tickets closed, 131, GREEN",
        "Sales revenue, 241600, AMBER",
        "Customer acquisition cost, 940, AMBER",
        "Churn rate, 0.26, GREEN",
        "Attrition, 16.5, AMBER",
        "Leads, 76, GREEN",
        "Calls made, 283, GREEN",
        "Forecast variance, 8.5, AMBER",
        "Renewals signed in time, 90, AMBER",
        "Cash runway, 13.9, GREEN"
    })
    void aKpiShowsTheValueAndStatusOfTheTable(String name, String value, String status) {
        Metric metric = Viewing.asSystem(
                "Test",
                () -> search
                        .find(
                                new MetricSearch.Wanted(
                                        name,
                                        java.util.List.of(),
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
                                        null),
                                10,
                                null)
                        .items()
                        .stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow());
        assertThat(metric.figures().value()).isEqualByComparingTo(value);
        assertThat(metric.status().name()).isEqualTo(status);
    }
}
