package io.cairn.incentive.web;

import io.cairn.incentive.Decided;
import io.cairn.incentive.Payments;
import io.cairn.incentive.PayoutKind;
import io.cairn.incentive.PayoutRun;
import io.cairn.incentive.PayoutRuns;
import io.cairn.incentive.PayoutState;
import io.cairn.incentive.RunFilter;
import io.cairn.incentive.RunRow;
import io.cairn.kernel.Cursor;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Organizations;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.Redirect;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Where compensation approves and pays; human resources look on, and others find nothing here. */
@Controller
@RequestMapping("/payout-runs")
class PayoutRunPages {
    private static final int RUNS = 50;
    private static final int ROWS = 100;

    private final PayoutRuns runs;
    private final Payments payments;
    private final RunFiles files;
    private final Organizations organizations;
    private final DomainClock clock;

    PayoutRunPages(PayoutRuns runs, Payments payments, RunFiles files, Organizations organizations, DomainClock clock) {
        this.runs = runs;
        this.payments = payments;
        this.files = files;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    PayoutRunsPage list(Viewer viewer, @RequestParam(defaultValue = "") String cursor) {
        return list(viewer, Cursor.decodeId(cursor), null, List.of());
    }

    @PostMapping
    Html open(Viewer viewer, RunForm form) {
        try {
            PayoutRun made = runs.open(viewer, form.content());
            return Redirect.to("/payout-runs/" + made.id()).saying("The run is open.");
        } catch (ProblemException wrong) {
            if (!viewer.is(Role.COMP)) {
                throw wrong;
            }
            return list(viewer, null, form, wrong.problems());
        }
    }

    private PayoutRunsPage list(Viewer viewer, @Nullable UUID after, @Nullable RunForm typed, List<Problem> problems) {
        if (!viewer.isAny(Role.COMP, Role.HR)) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        Page<PayoutRun> page = runs.list(null, RUNS, after);
        String next = page.nextCursor() == null ? null : "/payout-runs?cursor=" + page.nextCursor();
        return new PayoutRunsPage(page.items(), next, viewer.is(Role.COMP) ? form(typed) : null, problems);
    }

    private RunForm form(@Nullable RunForm typed) {
        return typed == null
                ? RunForm.fresh(organizations.require().currency().getCurrencyCode(), clock.today())
                : typed;
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    PayoutRunPage show(Viewer viewer, @PathVariable UUID id, @Filters({"state", "flag", "kind", "q"}) ListQuery query) {
        var filter = new RunFilter(
                query.one("state", PayoutState.class),
                query.one("flag", RunFilter.Flag.class),
                query.one("kind", PayoutKind.class),
                query.text("q"));
        return page(viewer, id, filter, query.cursor(), "", List.of());
    }

    @PostMapping("/{id}/decision")
    Html decide(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        String reason = Objects.requireNonNullElse(sent.getFirst("reason"), "");
        try {
            var chosen = new PayoutRuns.Choice(chosen(sent), false);
            return switch (Objects.requireNonNullElse(sent.getFirst("do"), "")) {
                case "approve" -> decided(id, "approved", runs.approve(viewer, id, chosen));
                case "approve-all" ->
                    decided(id, "approved", runs.approve(viewer, id, new PayoutRuns.Choice(List.of(), true)));
                case "reject" -> decided(id, "sent back", runs.reject(viewer, id, chosen, reason));
                default -> throw GeneralProblem.INVALID.at("do").exception();
            };
        } catch (ProblemException wrong) {
            if (wrong.first().status() != GeneralProblem.INVALID.status()) {
                throw wrong;
            }
            return page(viewer, id, RunFilter.ALL, null, reason, general(wrong.problems()));
        }
    }

    /** What belongs to no field of the page stands above it. */
    private static List<Problem> general(List<Problem> problems) {
        return problems.stream()
                .map(problem -> "reason".equals(problem.field()) ? problem : problem.whole())
                .toList();
    }

    private static List<UUID> chosen(MultiValueMap<String, String> sent) {
        try {
            return sent.getOrDefault("payout", List.of()).stream()
                    .map(UUID::fromString)
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            throw GeneralProblem.INVALID.exception();
        }
    }

    private static Redirect decided(UUID run, String word, Decided decided) {
        return Redirect.to("/payout-runs/" + run).saying(said(decided.done().size(), word, decided.refused()));
    }

    /** “12 approved; 2 not: Nobody sets their own pay …”, each reason once. */
    private static String said(long done, String word, List<Decided.Refused> refused) {
        String what = Amounts.count(done) + " " + word;
        if (refused.isEmpty()) {
            return what + ".";
        }
        Map<String, Long> reasons = refused.stream()
                .collect(Collectors.groupingBy(Decided.Refused::message, TreeMap::new, Collectors.counting()));
        return what + "; "
                + reasons.entrySet().stream()
                        .map(one -> Amounts.count(one.getValue()) + " not: " + one.getKey())
                        .collect(Collectors.joining(" "));
    }

    @PostMapping("/{id}/payment")
    Redirect pay(Viewer viewer, @PathVariable UUID id) {
        var paid = payments.pay(viewer, id);
        return Redirect.to("/payout-runs/" + id).saying(said(paid.payments(), "marked as paid", paid.refused()));
    }

    @GetMapping("/{id}/export.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @PathVariable UUID id, @Filters("batch") ListQuery query) {
        return files.send(viewer, id, query.whole("batch"), false);
    }

    @GetMapping("/{id}/export.xlsx")
    ResponseEntity<byte[]> excel(Viewer viewer, @PathVariable UUID id, @Filters("batch") ListQuery query) {
        return files.send(viewer, id, query.whole("batch"), true);
    }

    private PayoutRunPage page(
            Viewer viewer, UUID id, RunFilter filter, @Nullable String cursor, String reason, List<Problem> problems) {
        PayoutRun run = runs.require(viewer, id);
        Page<RunRow> rows = runs.rows(viewer, id, filter, ROWS, cursor);
        return new PayoutRunPage(
                run,
                rows.items(),
                filter,
                rows.nextCursor() == null ? null : next(id, filter, rows.nextCursor()),
                payments.batches(id),
                viewer.is(Role.COMP),
                reason,
                clock.getZone(),
                problems);
    }

    private static String next(UUID run, RunFilter filter, String cursor) {
        var address = UriComponentsBuilder.fromPath("/payout-runs/" + run).queryParam("cursor", cursor);
        add(address, "state", filter.state());
        add(address, "flag", filter.flag());
        add(address, "kind", filter.kind());
        add(address, "q", filter.person());
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value.toString()));
        }
    }
}
