package io.cairn.cycle.web;

import io.cairn.cycle.Cadence;
import io.cairn.cycle.Cycle;
import io.cairn.cycle.CycleKind;
import io.cairn.cycle.Cycles;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Problem;
import io.cairn.web.part.Option;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages about cycles: the tree, and the forms empty, filled or in error. */
@Component
@Transactional(readOnly = true)
class CycleForms {
    private static final String INDENT = "\u2003";

    private final Cycles cycles;
    private final DomainClock clock;

    CycleForms(Cycles cycles, DomainClock clock) {
        this.cycles = cycles;
        this.clock = clock;
    }

    CyclesPage tree(boolean keeper, List<Problem> problems) {
        return new CyclesPage(inOrder(cycles.all()), keeper, problems);
    }

    CycleFormPage adding(CycleForm form, List<Problem> problems) {
        return new CycleFormPage(null, form, kinds(), cadences(), parents(Set.of()), problems);
    }

    CycleFormPage editing(UUID id) {
        Cycle cycle = cycles.require(id);
        return page(cycle, CycleForm.of(cycle), List.of());
    }

    /** The form again as it was typed; it may be sent once more over what somebody else has changed meanwhile. */
    CycleFormPage refused(UUID id, CycleForm form, List<Problem> problems) {
        Cycle cycle = cycles.require(id);
        return page(cycle, form.at(cycle.version()), problems);
    }

    YearFormPage year(String year, String month, String cadence, List<Problem> problems) {
        return new YearFormPage(year, month, cadence, months(), cadences(), problems);
    }

    /** The year after the last one that is planned, or this one. */
    YearFormPage nextYear() {
        int next = cycles.all().stream()
                .filter(cycle -> cycle.kind() == CycleKind.ANNUAL)
                .mapToInt(cycle -> cycle.startsOn().getYear() + 1)
                .max()
                .orElse(clock.today().getYear());
        return year(String.valueOf(next), "1", Cadence.WEEKLY.name(), List.of());
    }

    private CycleFormPage page(Cycle cycle, CycleForm form, List<Problem> problems) {
        Set<UUID> own = cycles.inside(cycle.id()).stream().map(Cycle::id).collect(Collectors.toSet());
        return new CycleFormPage(cycle, form, kinds(), cadences(), parents(own), problems);
    }

    private List<CyclesPage.Line> inOrder(List<Cycle> all) {
        Map<UUID, List<Cycle>> inside = all.stream()
                .filter(cycle -> cycle.parentId() != null)
                .collect(Collectors.groupingBy(cycle -> Objects.requireNonNull(cycle.parentId())));
        List<CyclesPage.Line> lines = new ArrayList<>();
        LocalDate today = clock.today();
        all.stream().filter(cycle -> cycle.parentId() == null).forEach(top -> add(lines, top, 0, inside, today));
        return lines;
    }

    private static void add(
            List<CyclesPage.Line> lines, Cycle cycle, int depth, Map<UUID, List<Cycle>> inside, LocalDate today) {
        lines.add(new CyclesPage.Line(cycle, depth, cycle.covers(today)));
        inside.getOrDefault(cycle.id(), List.of()).forEach(child -> add(lines, child, depth + 1, inside, today));
    }

    private List<Option> parents(Set<UUID> without) {
        return inOrder(cycles.all()).stream()
                .filter(line -> !without.contains(line.cycle().id()))
                .map(line -> new Option(
                        line.cycle().id().toString(),
                        INDENT.repeat(line.depth()) + line.cycle().name()))
                .toList();
    }

    private static List<Option> kinds() {
        return Arrays.stream(CycleKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }

    private static List<Option> cadences() {
        return Arrays.stream(Cadence.values())
                .map(cadence -> new Option(cadence.name(), cadence.label()))
                .toList();
    }

    private static List<Option> months() {
        return Arrays.stream(Month.values())
                .map(month -> new Option(
                        String.valueOf(month.getValue()), month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .toList();
    }
}
