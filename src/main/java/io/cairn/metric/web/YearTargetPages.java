package io.cairn.metric.web;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Direction;
import io.cairn.metric.Frequency;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricTarget;
import io.cairn.metric.Metrics;
import io.cairn.metric.Period;
import io.cairn.metric.Seasonal;
import io.cairn.metric.SetTarget;
import io.cairn.metric.TargetContent;
import io.cairn.metric.TargetSetting;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.PlainText;
import io.cairn.web.Redirect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting the targets of a whole year at once. */
@Controller
@RequestMapping("/metrics/{metric}/targets/year")
class YearTargetPages {
    private static final Pattern ROW = Pattern.compile("targets\\[(\\d+)](.*)");

    private final Metrics metrics;
    private final TargetSetting targets;
    private final MetricPageReader reader;
    private final DomainClock clock;

    YearTargetPages(Metrics metrics, TargetSetting targets, MetricPageReader reader, DomainClock clock) {
        this.metrics = metrics;
        this.targets = targets;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    YearTargetsPage ask(@PathVariable UUID metric, @Filters({"every", "from"}) ListQuery query) {
        Metric asked = judged(metric);
        Frequency named = query.one("every", Frequency.class);
        LocalDate from = query.day("from");
        Frequency every = named == null ? usual(asked) : named;
        LocalDate firstDay = from == null ? reader.yearFrom() : from;
        List<Period> periods = periods(every, firstDay);
        return page(asked, every, firstDay, periods, set(targets.of(metric), periods), List.of());
    }

    /** What was set for exactly these periods. */
    private static List<TargetForm> set(List<SetTarget> targets, List<Period> periods) {
        Map<Period, MetricTarget> known = targets.stream()
                .map(SetTarget::target)
                .filter(target -> target.to() != null)
                .collect(Collectors.toMap(
                        target -> new Period(target.from(), Objects.requireNonNull(target.to())),
                        target -> target,
                        (first, next) -> next));
        return periods.stream().map(period -> TargetForm.of(known.get(period))).toList();
    }

    @PostMapping
    Html set(
            Viewer viewer,
            @PathVariable UUID metric,
            @RequestParam Frequency every,
            @RequestParam String from,
            @RequestParam MultiValueMap<String, String> sent) {
        Metric asked = judged(metric);
        List<Problem> unreadable = new ArrayList<>();
        LocalDate firstDay = Objects.requireNonNullElse(TargetForm.day(from, "from", unreadable), reader.yearFrom());
        List<Period> periods = periods(every, firstDay);
        List<TargetForm> rows = rows(sent, periods.size());
        List<Integer> places = IntStream.range(0, rows.size())
                .filter(place -> !rows.get(place).isEmpty())
                .boxed()
                .toList();
        try {
            List<TargetContent> contents = contents(asked, every, firstDay, rows, unreadable);
            if (!unreadable.isEmpty()) {
                throw new ProblemException(unreadable);
            }
            targets.add(viewer, metric, contents, "targets");
            return Redirect.to("/metrics/" + metric).saying(contents.size() + " targets are set.");
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == 403 || status == 404) {
                throw refused;
            }
            boolean read = unreadable.isEmpty();
            List<Problem> problems = refused.problems().stream()
                    .map(problem -> read ? inItsRow(problem, places) : problem)
                    .toList();
            return page(asked, every, firstDay, periods, rows, problems);
        }
    }

    private static List<TargetContent> contents(
            Metric metric, Frequency every, LocalDate firstDay, List<TargetForm> rows, List<Problem> unreadable) {
        List<Seasonal.Entry> entries = new ArrayList<>();
        Comparator comparator = usual(metric.sheet().direction());
        for (int i = 0; i < rows.size(); i++) {
            TargetContent typed = rows.get(i).content(metric.sheet(), "targets[" + i + "].", unreadable);
            entries.add(new Seasonal.Entry(typed.target(), typed.amberAt(), typed.low(), typed.high()));
            comparator = typed.comparator() == null ? comparator : typed.comparator();
        }
        return Seasonal.year(every, firstDay, comparator, entries).stream()
                .map(YearTargetPages::content)
                .toList();
    }

    private static TargetContent content(MetricTarget target) {
        return new TargetContent(
                target.from(),
                target.to(),
                target.target(),
                target.comparator(),
                target.amberAt(),
                target.low(),
                target.high());
    }

    private static Comparator usual(Direction direction) {
        return direction == Direction.BAND
                ? Comparator.BETWEEN
                : Arrays.stream(Comparator.values())
                        .filter(direction::fits)
                        .findFirst()
                        .orElse(Comparator.GE);
    }

    /** Only filled rows became targets; a problem is shown at the row it came from. */
    private static Problem inItsRow(Problem problem, List<Integer> places) {
        Matcher row = ROW.matcher(problem.field() == null ? "" : problem.field());
        if (!row.matches() || Integer.parseInt(row.group(1)) >= places.size()) {
            return problem;
        }
        return problem.at("targets[" + places.get(Integer.parseInt(row.group(1))) + "]" + row.group(2));
    }

    private static List<TargetForm> rows(MultiValueMap<String, String> sent, int count) {
        Map<String, String> typed = sent.keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> Objects.requireNonNullElse(sent.getFirst(name), "")));
        typed.forEach((name, value) -> {
            if (!PlainText.isClean(value)) {
                throw GeneralProblem.INVALID.at(name).exception();
            }
        });
        return IntStream.range(0, count)
                .mapToObj(row -> {
                    String at = "targets[" + row + "].";
                    return new TargetForm(
                            "",
                            "",
                            typed.getOrDefault("comparator", ""),
                            typed.getOrDefault(at + "target", ""),
                            typed.getOrDefault(at + "amberAt", ""),
                            typed.getOrDefault(at + "low", ""),
                            typed.getOrDefault(at + "high", ""));
                })
                .toList();
    }

    private static List<Period> periods(Frequency every, LocalDate firstDay) {
        if (every == Frequency.DAILY || firstDay.getYear() < 1900 || firstDay.getYear() > 9000) {
            throw GeneralProblem.INVALID
                    .at(every == Frequency.DAILY ? "every" : "from")
                    .exception();
        }
        return every.periodsOfYear(firstDay);
    }

    private static Frequency usual(Metric metric) {
        return switch (metric.sheet().frequency()) {
            case DAILY, WEEKLY, BIWEEKLY, MONTHLY, ANNUAL -> Frequency.MONTHLY;
            case QUARTERLY -> Frequency.QUARTERLY;
        };
    }

    private YearTargetsPage page(
            Metric metric,
            Frequency every,
            LocalDate firstDay,
            List<Period> periods,
            List<TargetForm> rows,
            List<Problem> problems) {
        return new YearTargetsPage(metric, every, firstDay, periods, rows, problems, clock.today());
    }

    /** A metric whose targets the viewer may set; one that is only watched has none. */
    private Metric judged(UUID id) {
        Metric metric = metrics.get(id);
        if (!metric.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        return metric;
    }
}
