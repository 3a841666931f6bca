package io.cairn.dashboard.web;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.CycleKind;
import io.cairn.cycle.Cycles;
import io.cairn.framework.FrameworkUse;
import io.cairn.goal.Desk;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import io.cairn.metric.MetricConcerns;
import io.cairn.web.HomePanel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody begins. */
@Controller
class HomePages {
    private static final int MOST_KPIS = 5;

    private final Desk desk;
    private final Cycles cycles;
    private final MetricConcerns concerns;
    private final List<HomePanel> panels;
    private final DomainClock clock;

    HomePages(Desk desk, Cycles cycles, MetricConcerns concerns, List<HomePanel> panels, DomainClock clock) {
        this.desk = desk;
        this.cycles = cycles;
        this.concerns = concerns;
        this.panels = panels;
        this.clock = clock;
    }

    @GetMapping("/")
    @Transactional(readOnly = true)
    HomePage show(Viewer viewer) {
        @Nullable
        Cycle quarter = cycles.current(clock.today(), CycleKind.QUARTER).orElse(null);
        Desk.Found found = desk.of(viewer);
        MetricConcerns.OffTarget kpis = concerns.offTarget(viewer, MOST_KPIS, followed(found));
        return new HomePage(
                viewer,
                found,
                panels.stream()
                        .map(panel -> panel.of(viewer))
                        .filter(Objects::nonNull)
                        .toList(),
                kpis.worst().stream().map(KpiLine::new).toList(),
                kpis.besides(),
                quarter,
                clock.instant().atZone(clock.getZone()),
                FrameworkUse.mayDecide(viewer) && desk.isFresh(found));
    }

    private static List<UUID> followed(Desk.Found found) {
        return found.reports().stream()
                .map(report -> report.measure().metricId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
