package io.cairn.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.journey.PrivateThings.Secret;
import io.cairn.kernel.Cursor;
import io.cairn.web.Filters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that can be read, with the ids of private things filled in, and each filter that could betray one. */
final class Walk {
    /** What stands for the id of a thing, by the beginning of the pattern. */
    private static final Map<String, String> PRIVATE = Map.ofEntries(
            Map.entry("/plans/{plan}", "plan"),
            Map.entry("/plans/{id}", "plan"),
            Map.entry("/api/v1/mbo-plans/{plan}", "plan"),
            Map.entry("/objectives/{goal}", "goal"),
            Map.entry("/objectives/{id}", "goal"),
            Map.entry("/objectives/{goal}/links/{parent}", "goal"),
            Map.entry("/api/v1/goals/{goal}", "goal"),
            Map.entry("/measures/{measure}", "measure"),
            Map.entry("/api/v1/measures/{measure}", "measure"),
            Map.entry("/check-ins/{id}", "check-in"),
            Map.entry("/api/v1/check-ins/{checkIn}", "check-in"),
            Map.entry("/initiatives/{id}", "initiative"),
            Map.entry("/metrics/{metric}", "metric"),
            Map.entry("/alerts/why/{metric}", "metric"),
            Map.entry("/api/v1/metrics/{metric}", "metric"),
            Map.entry("/kpis/{dashboard}", "dashboard"),
            Map.entry("/api/v1/dashboards/{dashboard}", "dashboard"),
            Map.entry("/connectors/{id}", "connector"),
            Map.entry("/api/v1/connectors/{id}", "connector"),
            Map.entry("/api/v1/payouts/{id}", "payout"),
            Map.entry("/payouts/{id}", "payout"),
            Map.entry("/payout-runs/{id}", "run"),
            Map.entry("/api/v1/payout-runs/{id}", "run"),
            Map.entry("/api/v1/mbo-plans/{plan}/objectives/{objective}", "goal"),
            Map.entry("/bonus-pools/{pool}", "pool"),
            Map.entry("/api/v1/bonus-pools/{pool}", "pool"),
            Map.entry("/smart/{goal}", "goal"),
            Map.entry("/api/v1/smart-worksheets/{worksheet}", "goal"),
            Map.entry("/bonus-targets/{person}", "bonus target"));

    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("/people/{id}", "person"),
            Map.entry("/api/v1/people/{id}", "person"),
            Map.entry("/administration/people/{id}", "person"),
            Map.entry("/teams/{id}", "team"),
            Map.entry("/api/v1/teams/{id}", "team"),
            Map.entry("/administration/teams/{id}", "team"),
            Map.entry("/cycles/{id}", "cycle"),
            Map.entry("/api/v1/cycles/{id}", "cycle"),
            Map.entry("/payout-curves/{curve}", "curve"),
            Map.entry("/api/v1/payout-curves/{curve}", "curve"),
            Map.entry("/company-objectives/{id}", "company objective"),
            Map.entry("/api/v1/company-objectives/{id}", "company objective"));

    private static final String TEMPLATES =
            "mbo-tracker kpi-dashboard okr-kpi-hybrid okr-planning-sheet smart-worksheet";

    /** What stands for a word, or for one of several. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("/metrics/{metric}/values/{period}", "2026-08-03"),
            Map.entry("/api/v1/frameworks/{key}", "mbo"),
            Map.entry("/glossary/{word}", "objective"),
            Map.entry("/templates/{key}", TEMPLATES),
            Map.entry("/api/v1/templates/{key}", TEMPLATES),
            Map.entry("/templates/{key}/files/{file}", "xlsx"),
            Map.entry("/templates/{key}/archives/{format}", "xlsx"),
            Map.entry("/api/v1/templates/{key}/archives/{format}", "xlsx"),
            Map.entry("/api/v1/templates/{key}/files/{format}", "xlsx"));

    /** One-time links, files of the program, what a person sent and proposals: their own tests say whose they are. */
    private static final Set<String> ELSEWHERE = Set.of(
            "/link/{secret}",
            "/assets/**",
            "/error",
            "/api/v1/okr-proposals/{proposal}",
            "/templates/{key}/return/{preview}",
            "/api/v1/template-previews/{id}",
            "/api/v1/template-previews/{id}/rows");

    /** Filters that name something private: what stands for it in {@link #PRIVATE}, or a word. */
    private static final Map<String, String> TELLING = Map.ofEntries(
            Map.entry("q", "word"),
            Map.entry("plan", "plan"),
            Map.entry("goal", "goal"),
            Map.entry("goalId", "goal"),
            Map.entry("objective", "goal"),
            Map.entry("parent", "goal"),
            Map.entry("parentId", "goal"),
            Map.entry("metricId", "metric"),
            Map.entry("metric", "metric"),
            Map.entry("subject", "any"),
            Map.entry("cursor", "cursor"));

    /** Filters by what everybody sees, or by one of a few words. */
    private static final Set<String> HARMLESS =
            Set.of(("state status show sort view why every onError flag kind person teamId team email"
                            + " jobTitle level managerId role lead health cycle page retired phase ownerId leaderId owner audience"
                            + " figure period mine open who what to actorId subjectKind action rules batch aggregate window by"
                            + " periodStart back frequency employeeId employee on framework"
                            + " ask name title category from ownerTeamId overdue cycleId segment noteMissing ambition stale direction"
                            + " leadId ownerPersonId horizon answers used chosen variant next version year month propose first problem")
                    .split(" "));

    private static final Set<Secret> SOUGHT =
            EnumSet.of(Secret.PLAN, Secret.PAY, Secret.POOL, Secret.KPI, Secret.DRAFT_GOAL);

    private final PrivateThings things;
    private final Map<String, HandlerMethod> routes = new TreeMap<>();

    Walk(PrivateThings things, RequestMappingHandlerMapping mapping) {
        this.things = things;
        mapping.getHandlerMethods().forEach((info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                info.getPatternValues().forEach(pattern -> routes.put(pattern, handler));
            }
        });
        ELSEWHERE.forEach(routes::remove);
        assertThat(routes).hasSizeGreaterThan(100);
    }

    /**
     * An address to be asked for.
     *
     * @param secret what its id or filter belongs to; null where it names nothing private
     * @param random the same address naming something that is not there
     */
    record Step(String pattern, String address, @Nullable Secret secret, String random) {
        /** Whether it asks a list for something by its name or place. */
        boolean seeks() {
            return address.contains("?");
        }

        boolean isFor(String person) {
            return secret == null || secret.readers.contains(person);
        }
    }

    /** Addresses without ids, as they are asked for without any filter. */
    List<Step> lists() {
        return routes.keySet().stream()
                .filter(pattern -> !pattern.contains("{"))
                .map(pattern -> new Step(pattern, pattern, null, pattern))
                .toList();
    }

    /** All of them. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        routes.forEach((pattern, handler) -> {
            List<Step> plain = filled(pattern, unknown);
            steps.addAll(plain);
            if (isTemplate(pattern)) {
                plain.forEach(step -> steps.add(live(step)));
            }
            for (String filter : filters(handler)) {
                if (isTemplate(pattern) && filter.equals("cursor")) {
                    continue; // a file has no next page, and no two are alike: each says when it was made
                }
                if (TELLING.containsKey(filter)) {
                    plain.forEach(step -> steps.addAll(filtered(step, filter)));
                } else if (!HARMLESS.contains(filter)) {
                    unknown.add(pattern + " by " + filter);
                }
            }
        });
        assertThat(unknown)
                .as("addresses and filters this walk has nothing to fill in for: add them above")
                .isEmpty();
        return steps;
    }

    private static boolean isTemplate(String pattern) {
        return pattern.contains("/templates/{key}");
    }

    /** Everything that the file or page may hold of whoever asks. */
    private static Step live(Step step) {
        String all = step.address() + "?variant=LIVE&subject=all";
        return new Step(step.pattern(), all, step.secret(), all);
    }

    private List<Step> filled(String pattern, List<String> unknown) {
        List<Step> steps = List.of(new Step(pattern, pattern, null, pattern));
        int at = pattern.indexOf('{');
        while (at >= 0) {
            int end = pattern.indexOf('}', at) + 1;
            String beginning = pattern.substring(0, end);
            String variable = pattern.substring(at, end);
            List<Step> more = new ArrayList<>();
            for (Step step : steps) {
                more.addAll(filled(step, beginning, variable));
            }
            if (more.isEmpty()) {
                unknown.add(pattern);
            }
            steps = more;
            at = pattern.indexOf('{', end);
        }
        return steps;
    }

    private List<Step> filled(Step step, String beginning, String variable) {
        String value = VALUES.get(beginning);
        String directory = OPEN.get(beginning);
        if (directory != null) {
            value = String.valueOf(things.open.get(directory));
        }
        if (value != null) {
            return Arrays.stream(value.split(" "))
                    .map(one -> with(step, variable, one, one, step.secret()))
                    .toList();
        }
        List<Step> more = new ArrayList<>();
        String kind = PRIVATE.getOrDefault(beginning, "");
        // A statement is told to compensation too, without the plan's words.
        boolean told = step.pattern().contains("/statement");
        things.ids
                .getOrDefault(kind, Map.of())
                .forEach((id, secret) -> more.add(with(
                        step,
                        variable,
                        id.toString(),
                        PrivateThings.random().toString(),
                        step.secret() != null ? step.secret() : told && secret == Secret.PLAN ? Secret.PAY : secret)));
        if (step.secret() == null && kind.equals("goal")) {
            String open = String.valueOf(things.open.get("goal"));
            more.add(with(step, variable, open, open, null));
        }
        return more;
    }

    private static Step with(Step step, String variable, String value, String other, @Nullable Secret secret) {
        return new Step(
                step.pattern(),
                step.address().replace(variable, value),
                secret,
                step.random().replace(variable, other));
    }

    private List<Step> filtered(Step step, String filter) {
        Map<String, Secret> values = new LinkedHashMap<>();
        String kind = String.valueOf(TELLING.get(filter));
        if (kind.equals("word")) {
            SOUGHT.forEach(secret -> values.put(secret.word(), secret));
        } else if (kind.equals("cursor")) {
            things.ids
                    .values()
                    .forEach(ids -> ids.forEach((id, secret) -> values.put(Cursor.encode(id.toString()), secret)));
        } else if (kind.equals("any")) {
            for (String listed : List.of("plan", "metric", "goal", "dashboard")) {
                things.ids.getOrDefault(listed, Map.of()).forEach((id, secret) -> values.put(id.toString(), secret));
            }
        } else {
            things.ids.getOrDefault(kind, Map.of()).forEach((id, secret) -> values.put(id.toString(), secret));
        }
        List<Step> more = new ArrayList<>();
        values.forEach((value, secret) -> {
            String other = kind.equals("cursor")
                    ? beside(value)
                    : PrivateThings.random().toString();
            // Compensation reads what was paid for a plan, by its bare id.
            Secret whose = secret == Secret.PLAN && !kind.equals("word") ? Secret.PAY : secret;
            more.add(new Step(
                    step.pattern(),
                    query(step.address(), filter, value),
                    step.secret() == null ? whose : step.secret(),
                    query(step.random(), filter, other)));
        });
        return step.secret() == null ? more : more.subList(0, Math.min(1, more.size()));
    }

    /** The cursor of an id that nothing has, at the same place of a list. */
    private static String beside(String cursor) {
        String id = String.valueOf(Cursor.decode(cursor));
        char last = id.charAt(id.length() - 1);
        return Cursor.encode(
                id.substring(0, id.length() - 1) + (last == '0' ? '1' : (char) (last == 'a' ? '9' : last - 1)));
    }

    private static String query(String address, String name, String value) {
        String live = name.equals("subject") && address.contains("/templates/") ? "?variant=LIVE&" : "?";
        return address + live + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Set<String> filters(HandlerMethod handler) {
        Set<String> names = new HashSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            Filters filters = parameter.getParameterAnnotation(Filters.class);
            if (filters != null) {
                names.addAll(Arrays.asList(filters.value()));
                names.add("cursor");
            }
            RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
            if (param != null && !Map.class.isAssignableFrom(parameter.getParameterType())) {
                names.add(param.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : param.name());
            }
        }
        return names;
    }

    /** Ids of a secret, as they stand in lists of others; not in the answer to whoever named them. */
    Map<String, Set<String>> needles() {
        Map<String, Set<String>> needles = new LinkedHashMap<>();
        for (Secret secret : Secret.values()) {
            needles.put(secret.word(), secret.readers);
        }
        things.amounts.forEach((secret, amounts) -> amounts.forEach(amount -> needles.put(amount, secret.readers)));
        things.ids.forEach((kind, ids) -> ids.forEach((id, secret) -> {
            if (!kind.equals("bonus target")) {
                needles.put(id.toString(), things.readersOfId(kind, secret));
            }
        }));
        return needles;
    }
}
