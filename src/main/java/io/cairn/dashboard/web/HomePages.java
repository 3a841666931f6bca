package io.cairn.dashboard.web;

import io.cairn.cycle.Cycle;
import io.cairn.cycle.CycleKind;
import io.cairn.cycle.Cycles;
import io.cairn.goal.Desk;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import io.cairn.metric.MetricConcerns;
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
    private final DomainClock clock;

    HomePages(Desk desk, Cycles cycles, MetricConcerns concerns, DomainClock clock) {
        this.desk = desk;
        this.cycles = cycles;
        this.concerns = concerns;
        this.clock = clock;
    }

    @GetMapping("/")
    @Transactional(readOnly = true)
    HomePage show(Viewer viewer) {
        @Nullable
        Cycle quarter = cycles.current(clock.today(), CycleKind.QUARTER).orElse(null);
        return new HomePage(
                viewer,
                desk.of(viewer),
                concerns.offTarget(viewer, MOST_KPIS).stream().map(KpiLine::new).toList(),
                quarter,
                clock.instant().atZone(clock.getZone()));
    }
}
