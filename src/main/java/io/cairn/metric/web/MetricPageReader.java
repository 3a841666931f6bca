package io.cairn.metric.web;

import io.cairn.audit.Journal;
import io.cairn.cycle.Cycle;
import io.cairn.cycle.CycleKind;
import io.cairn.cycle.Cycles;
import io.cairn.framework.Visibility;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Problem;
import io.cairn.metric.MetricHistory.Entry;
import io.cairn.metric.MetricPanel;
import io.cairn.metric.MetricSheet;
import io.cairn.metric.MetricStories;
import io.cairn.metric.MetricStory;
import io.cairn.organization.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a metric's pages show; a page that repeats a refused form is read anew, after the refusal. */
@Component
@Transactional(readOnly = true)
class MetricPageReader {
    private static final int JOURNAL_LINES = 5;

    private final MetricStories stories;
    private final Cycles cycles;
    private final People people;
    private final Journal journal;
    private final ObjectProvider<MetricPanel> panels;
    private final DomainClock clock;

    MetricPageReader(
            MetricStories stories,
            Cycles cycles,
            People people,
            Journal journal,
            ObjectProvider<MetricPanel> panels,
            DomainClock clock) {
        this.stories = stories;
        this.cycles = cycles;
        this.people = people;
        this.journal = journal;
        this.panels = panels;
        this.clock = clock;
    }

    MetricStory story(UUID id) {
        return stories.of(id, yearFrom());
    }

    /** The first day of the year that today is in: the organisation's, else the calendar's. */
    LocalDate yearFrom() {
        LocalDate today = clock.today();
        return cycles.current(today, CycleKind.ANNUAL).map(Cycle::startsOn).orElse(today.withDayOfYear(1));
    }

    /** @param why the period whose note is asked for; the newest value's where it lacks one when null */
    MetricPage page(UUID id, @Nullable LocalDate why, boolean all, MetricPage.Typed typed, List<Problem> problems) {
        MetricStory story = story(id);
        return new MetricPage(
                story,
                stories.related(id),
                readers(story.metric().sheet()),
                journal.about("metric", id, JOURNAL_LINES),
                panels.orderedStream()
                        .map(panel -> panel.of(story.metric()))
                        .filter(Objects::nonNull)
                        .toList(),
                typed,
                problems,
                asked(story, why),
                all,
                clock.today(),
                clock.getZone());
    }

    private static @Nullable Entry asked(MetricStory story, @Nullable LocalDate why) {
        if (why != null) {
            return story.entry(why);
        }
        LocalDate newest = story.metric().figures().periodStart();
        return story.metric().figures().noteMissing() && newest != null ? story.entry(newest) : null;
    }

    private List<PersonRef> readers(MetricSheet sheet) {
        return sheet.audience() == Visibility.RESTRICTED_LIST
                ? people.refs(sheet.readerIds()).values().stream()
                        .sorted(java.util.Comparator.comparing(PersonRef::name))
                        .toList()
                : List.of();
    }
}
