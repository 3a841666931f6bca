package io.cairn.metric.web;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.metric.MetricSearch;
import io.cairn.metric.MetricSearch.Order;
import io.cairn.metric.MetricSearch.Part;
import io.cairn.metric.MetricSearch.Wanted;
import io.cairn.organization.PersonPanel;
import io.cairn.organization.TeamPanel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What teams and people measure, on their own pages. */
@Configuration(proxyBeanMethods = false)
class MetricPanels {
    private static final int MOST = 10;

    @Bean
    TeamPanel teamMetrics(MetricSearch search, DomainClock clock) {
        return team -> !Viewing.uses("kpi")
                ? null
                : panel(
                        search.page(Wanted.ofTeam(team.id()), Order.STATUS, 0, MOST),
                        clock,
                        true,
                        "/metrics?team=" + team.id(),
                        "What " + team.name() + " watches week by week stands here once it is defined.");
    }

    @Bean
    PersonPanel personMetrics(MetricSearch search, DomainClock clock) {
        return person -> !Viewing.uses("kpi")
                ? null
                : panel(
                        search.page(Wanted.ofOwner(person.id()), Order.STATUS, 0, MOST),
                        clock,
                        false,
                        "/metrics?owner=" + person.id(),
                        person.name() + " owns no metric that you may see.");
    }

    private static MetricsPanel panel(Part part, DomainClock clock, boolean owners, String all, String empty) {
        return new MetricsPanel(MetricLine.of(part.metrics(), clock.today()), part.more(), owners, all, empty);
    }
}
