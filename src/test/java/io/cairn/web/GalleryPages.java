package io.cairn.web;

import static io.cairn.web.Tags.icon;
import static io.cairn.web.Tags.tag;

import gg.jte.Content;
import io.cairn.agreement.AgreementSample;
import io.cairn.kernel.Explained;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.web.part.Crumb;
import io.cairn.web.part.Mark;
import io.cairn.web.part.Option;
import io.cairn.web.part.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Pages made of every part, with invented figures, to be looked at and walked over by a browser. */
@Controller
class GalleryPages {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 15);

    @GetMapping("/gallery/home")
    Html home() {
        return new GalleryPage("Home", Section.HOME, """
                <header class="page-head"><div><p class="crumbs">Saturday, 15 August 2026 · week 7 of 13</p><h1>Good morning, Iris</h1></div>
                <a class="btn btn-primary" href="/gallery/sheet">%s Check in 5 key results</a></header>
                <div class="columns"><div>
                <section class="section"><div class="section-head"><h2>My goals</h2><span class="quiet small">2026 Q3</span><a class="end small plain" href="#">All objectives</a></div><ul class="lines">%s%s</ul></section>
                <section class="section"><div class="section-head"><h2>Due for check-in</h2><span class="quiet small">5 key results, about a minute</span></div><ul class="lines">%s%s</ul></section>
                <section class="section"><div class="section-head"><h2>Latest in my teams</h2></div><ul class="lines thread"><li class="line"><span class="quiet small tn">14 Aug</span><div><strong>Omar</strong> · Ticket resolution time <span class="tn">16.6 → 16 h</span><span class="d-block quiet small">Second-level hand-over now within the hour.</span></div>%s</li></ul></section>
                </div><aside><section class="section"><div class="section-head"><h2>Next meeting</h2></div>%s</section></aside></div>
                """.formatted(
                        icon("clipboard-check"),
                        goal("Improve revenue retention across key accounts this quarter", "0.4111", "41", "OFF_TRACK"),
                        goal("Create an Unforgettable Customer Experience", "0.55", "55", "ON_TRACK"),
                        due("Renewal rate", "90", "%", rising(), "ON_TRACK"),
                        due("Time to escalation", "28", "h", falling(), "OFF_TRACK"),
                        health("ON_TRACK"),
                        tag(
                                "empty",
                                "strong",
                                "Nothing planned.",
                                "text",
                                "Plan a weekly check-in and its agenda fills itself.",
                                "linkText",
                                "Plan a meeting",
                                "href",
                                "#")));
    }

    private static String goal(String title, String progress, String percent, String health) {
        return """
                <li class="line line-goal"><div><a class="plain one d-block fw-medium" href="/gallery/objective">%s</a><span class="quiet small d-block">Customer Success · 3 key results · weakest: time to escalation</span></div><div>%s</div><div class="r fw-medium">%s</div><div>%s</div></li>
                """.formatted(title, meter(progress, "0.5", health), num(percent, "%", ""), health(health));
    }

    private static String due(String name, String number, String unit, List<Point> actual, String health) {
        return """
                <li class="line line-due"><div><a class="plain one d-block" href="#">%s</a><span class="quiet small one d-block">Improve revenue retention</span></div><div>%s</div><div class="r">%s</div><div class="quiet small r">due today</div></li>
                """.formatted(name, spark(actual, health), num(number, unit, ""));
    }

    @GetMapping("/gallery/objective")
    Html objective() {
        return new GalleryPage("Objective", Section.OBJECTIVES, """
                <header class="page-head"><div>%s<h1>Improve revenue retention across key accounts this quarter</h1><p class="lede">Key accounts leave when trouble reaches us late. Renewals, a wider footprint and faster escalation are one problem.</p></div>
                <a class="btn btn-quiet" href="#">Edit</a><a class="btn btn-primary" href="/gallery/sheet">%s Check in</a></header>
                <dl class="figures">%s%s%s%s<div class="ms-md-auto"><dt>Health</dt><dd class="pt-2">%s<span class="d-block tiny quiet mt-1">weakest: time to escalation</span></dd></div></dl>
                <div class="columns section"><div><section class="section"><div class="section-head"><h2>Key results</h2><span class="quiet small">3 · equal weights</span></div>%s</section></div>
                <aside><section class="section"><div class="section-head"><h2>Details</h2></div><dl class="fact"><dt>Owner</dt><dd>%s</dd><dt>Cycle</dt><dd class="tn">1 Jul – 30 Sep</dd><dt>Visible to</dt><dd>Everyone</dd></dl></section></aside></div>
                """.formatted(
                tag(
                        "crumbs",
                        "crumbs",
                        List.of(Crumb.to("2026 Q3", "#"), Crumb.to("Customer Success", "#")),
                        "after",
                        (Content) output -> output.writeContent("<span class=\"mark-quiet\">Team</span>")),
                icon("clipboard-check"),
                figure("Progress", "41", "%"),
                figure("Expected today", "50", "%"),
                figure("Pace", "0.82", ""),
                figure("Suggested grade", "0.4", ""),
                tag("health", "health", "OFF_TRACK", "chip", true, "stale", true),
                Stream.of(
                                keyResult(
                                        "Renewal rate",
                                        rising(),
                                        plan("88", "92"),
                                        "90 %",
                                        "plan 90",
                                        "92 %",
                                        "ON_TRACK"),
                                keyResult(
                                        "Cross-sell penetration",
                                        behind(),
                                        plan("40", "44"),
                                        "41.6 %",
                                        "plan 42",
                                        "44 %",
                                        "AT_RISK"),
                                keyResult(
                                        "Time to escalation",
                                        falling(),
                                        plan("30", "24"),
                                        "28 h",
                                        "plan 27",
                                        "24 h",
                                        "OFF_TRACK"),
                                keyResult("Nothing yet", List.of(), plan("0", "10"), null, "plan 5", "10", null),
                                keyResult(
                                        "One value and no target",
                                        List.of(point(3, "7")),
                                        List.of(),
                                        "7",
                                        null,
                                        null,
                                        "AT_RISK"),
                                keyResult(
                                        "Flat",
                                        List.of(point(2, "5"), point(9, "5"), point(40, "5")),
                                        List.of(point(0, "5"), point(91, "5")),
                                        "5",
                                        "plan 5",
                                        "5",
                                        "ON_TRACK"),
                                keyResult(
                                        "Negative",
                                        List.of(point(2, "-30"), point(20, "-12"), point(44, "-4")),
                                        plan("-30", "10"),
                                        "−4",
                                        "plan −10",
                                        "+10",
                                        "ON_TRACK"),
                                keyResult(
                                        "A year, today at its end",
                                        year(),
                                        List.of(
                                                new Point(LocalDate.of(2025, 9, 1), BigDecimal.ZERO),
                                                new Point(LocalDate.of(2026, 8, 20), BigDecimal.TEN)),
                                        "9.2",
                                        "plan 9.9",
                                        "10",
                                        "AT_RISK"),
                                keyResult(
                                        "Two weeks",
                                        List.of(point(31, "1"), point(40, "3")),
                                        List.of(point(31, "0"), point(45, "4")),
                                        "3",
                                        "plan 4",
                                        "4",
                                        "AT_RISK"))
                        .collect(Collectors.joining()),
                tag("person", "name", "Noah")));
    }

    private static String keyResult(
            String name,
            List<Point> actual,
            List<Point> plan,
            String now,
            String planned,
            String target,
            String health) {
        return """
                <article class="kr-block"><div><h3>%s</h3><p class="small quiet">Value · last check-in 14 Aug</p><p class="kr-now">%s<span class="quiet small tn">from 88 to 92 %%</span></p>
                <div class="d-flex align-items-center gap-3">%s<span class="fw-medium">%s</span></div>
                <p class="d-flex flex-wrap gap-3 mt-2">%s<span class="small quiet d-flex gap-2 align-items-center">%s Confidence 6 of 10</span></p></div><div>%s</div></article>
                """.formatted(
                        name,
                        num("90", "%", "big"),
                        meter("0.4", "0.5", health),
                        num("40", "%", ""),
                        tag("health", "health", health == null ? "" : health, "chip", true),
                        tag("conf", "values", List.of(7, 8, 6, 5, 0), "label", "Confidence by week: 7, 8, 6, 5, 0"),
                        tag(
                                "plot",
                                "actual",
                                actual,
                                "plan",
                                plan,
                                "today",
                                TODAY,
                                "health",
                                health == null ? "" : health,
                                "label",
                                name + ": actual and plan",
                                "now",
                                now,
                                "planned",
                                planned,
                                "target",
                                target));
    }

    @GetMapping("/gallery/explanation")
    Html explanation() {
        var explained = new Explained<>(
                new BigDecimal("0.4111"),
                "progress.mean",
                "The mean of the key results' progress, by weight.",
                List.of(
                        new Explained.Input("renewal", "Renewal rate", "0.5"),
                        new Explained.Input("cross", "Cross-sell penetration", "0.4"),
                        new Explained.Input("escalation", "Time to escalation", "0.333333333333333333")),
                List.of(new Explained.Step(
                        "mean",
                        "Progress",
                        "(renewal + cross + escalation) / 3",
                        new BigDecimal("0.411111111111111111"))));
        return new GalleryPage(
                "Why 41 %?",
                Section.OBJECTIVES,
                tag(
                        "explain",
                        "explained",
                        explained,
                        "title",
                        "Why 41 %?",
                        "shown",
                        "41 %",
                        "asOf",
                        "15 August 2026"));
    }

    @GetMapping("/gallery/sheet")
    Html sheet() {
        String rows = Stream.of("1", "2", "3")
                .map(id -> row(id, "", "", "", tag("rowState")))
                .collect(Collectors.joining());
        return new GalleryPage("Check in", Section.CHECK_IN, """
                <header class="page-head"><div><p class="crumbs">Saturday, 15 August 2026</p><h1>Check in</h1><p class="lede">Three key results. Each row saves itself when you leave it.</p></div><a class="btn btn-primary" href="/gallery/home">Done</a></header>
                <div class="sheet"><div class="sheet-row head" aria-hidden="true"><span>Key result</span><span>Value now</span><span class="d-flex"><span>Confidence: 0 no chance</span><span class="ms-auto">certain 10</span></span><span>Note</span><span></span></div>%s</div>
                <p class="small quiet mt-3">Tab moves on, arrow keys choose the confidence, Enter saves and goes to the next row.</p>
                """.formatted(rows));
    }

    @PostMapping("/free/rows/{id}")
    Html save(
            @PathVariable String id,
            @RequestParam String value,
            @RequestParam(required = false, defaultValue = "") String confidence,
            @RequestParam(defaultValue = "") String note)
            throws InterruptedException {
        if (value.equals("500")) {
            throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        if (value.startsWith("slow")) {
            Thread.sleep(700);
        }
        if (value.contains(",")) {
            return new GalleryPart(422, row(id, value, confidence, note, tag("rowState", "wrong", true)));
        }
        return new GalleryPart(200, row(id, value, confidence, note, tag("rowState", "savedAt", "10:02")));
    }

    private static String row(String id, String value, String confidence, String note, String state) {
        boolean wrong = value.contains(",");
        String better = value.replace(',', '.');
        return """
                <form class="sheet-row" id="row-%1$s" method="post" action="/free/rows/%1$s" hx-post="/free/rows/%1$s" hx-trigger="submit, row-left" hx-target="this" hx-swap="outerHTML"><div><h2 class="small fw-medium">Renewal rate %1$s</h2><p class="small quiet">Improve revenue retention</p><p class="small quiet tn">Last %2$s · target 92 %%</p></div>
                <div class="value"><input class="form-control%3$s" name="value" inputmode="decimal" autocomplete="off" aria-label="Renewal rate %1$s, value" value="%4$s"%5$s><span class="unit">%%</span></div>%6$s
                <div class="note"><input class="form-control" name="note" aria-label="Renewal rate %1$s, note" placeholder="What changed?" value="%7$s"></div>%8$s%9$s<button class="btn btn-quiet save">Save</button></form>
                """.formatted(
                        id,
                        num("89.6", "%", ""),
                        wrong ? " is-invalid" : "",
                        value,
                        wrong ? " aria-invalid=\"true\" aria-describedby=\"e-" + id + "\"" : "",
                        tag(
                                "scale",
                                "name",
                                "confidence",
                                "label",
                                "Renewal rate, confidence 0 to 10",
                                "value",
                                confidence.isEmpty() ? null : Integer.valueOf(confidence)),
                        note,
                        state,
                        wrong
                                ? "<p class=\"error-text\" id=\"e-" + id + "\">" + icon("octagon-x")
                                        + "<span>Did you mean <strong>" + better
                                        + "</strong>? A comma only separates groups of three. <button class=\"btn-link\" name=\"use\" value=\""
                                        + better + "\" data-fill=\"" + better + "\">Use " + better
                                        + "</button></span></p>"
                                : "");
    }

    @GetMapping("/gallery/parts")
    Html parts() {
        List<Problem> problems = List.of(
                GeneralProblem.REQUIRED.at("title"),
                GeneralProblem.INVALID.at("measures[0].target"),
                GeneralProblem.STALE_VERSION.problem());
        String marks = Stream.of(Mark.values())
                .map(mark -> tag("health", "health", mark.name()) + tag("health", "health", mark.name(), "chip", true))
                .collect(Collectors.joining(" "));
        return new GalleryPage("Parts", Section.PEOPLE, """
                <header class="page-head"><div>%s<h1>Every part there is</h1></div>%s</header>
                <nav class="tabs" aria-label="Parts"><a href="#" aria-current="page">Open <span class="count">3</span></a><a href="#">Closed</a></nav>
                %s%s
                <section class="section"><div class="section-head"><h2>Marks</h2></div><p class="d-flex flex-wrap gap-2 pt-2">%s %s</p></section>
                <section class="section"><div class="section-head"><h2>Form</h2></div><form class="form mt-3" method="post" action="/free/form" data-guard>%s%s<div class="field-row">%s%s</div>%s%s<fieldset><legend>Key result</legend>%s</fieldset><div class="form-foot"><button class="btn btn-primary">Save</button><a class="btn btn-quiet" href="#">Cancel</a></div></form></section>
                <section class="section"><div class="section-head"><h2>Table</h2></div><table class="ledger ledger-fold"><caption class="visually-hidden">Values</caption><thead><tr><th scope="col">Week of</th><th scope="col" class="n">Rate</th><th scope="col">Status</th></tr></thead><tbody><tr><td>10 Aug</td><td class="n" data-label="Rate">17.5 %%</td><td data-label="Status">%s</td></tr><tr><td>3 Aug</td><td class="n" data-label="Rate">2,240,000<span class="work">from 2,000,000 to 2,300,000</span></td><td data-label="Status">%s</td></tr></tbody></table>%s</section>
                <section class="section"><div class="section-head"><h2>Organisation</h2></div><ul class="tree"><li><div class="node">%s</div><ul><li class="folds"><div class="node">%s</div><details open><summary aria-label="Below Noah">%s</summary><ul><li><div class="node">%s</div></li><li><div class="node">%s</div></li></ul></details></li><li><div class="node">%s</div></li></ul></li></ul></section>
                <section class="section"><div class="section-head"><h2>Asking back</h2></div><div class="pt-3">%s</div></section>%s
                """.formatted(
                tag("crumbs", "crumbs", List.of(Crumb.to("Parts", "#"), Crumb.here("All"))),
                tag("menu", "label", "More", "content", (Content) output ->
                        output.writeContent("<a class=\"to\" href=\"#\">" + icon("copy") + "<span>Copy</span></a>")),
                tag("errors", "problems", problems),
                tag("notice", "strong", "This KPI is off target.", "text", "It waits for you.", "end", (Content)
                        output -> output.writeContent("<a class=\"btn btn-quiet\" href=\"#\">Look</a>")),
                marks,
                tag("health", "health", "ON_TRACK", "ahead", true),
                field("title", "Title", "value", "", "problems", problems, "required", true),
                field("why", "Why", "value", "Because\n<it> matters", "rows", 3, "help", "One or two sentences."),
                field("measures[0].target", "Target", "value", "9,2", "unit", "%", "problems", problems),
                field("day", "Due", "type", "date", "value", "2026-09-30"),
                tag(
                        "select",
                        "name",
                        "team",
                        "label",
                        "Team",
                        "value",
                        "b",
                        "empty",
                        "Choose…",
                        "help",
                        "Who owns it.",
                        "options",
                        List.of(new Option("a", "Sales"), new Option("b", "Support"))),
                tag("check", "name", "notify", "label", "Tell the team", "checked", true),
                tag("scale", "name", "confidence", "label", "Confidence 0 to 10", "value", 6),
                tag("health", "health", "OFF_TARGET"),
                tag("health", "health", "NEAR_TARGET"),
                tag("pager", "nextUrl", "?cursor=abc"),
                tag("person", "name", "Iris", "href", "#"),
                tag("person", "name", "Noah", "href", "#"),
                icon("chevron-right"),
                tag("person", "name", "Ava"),
                tag("person", "name", "Theo"),
                tag("person", "name", "Omar"),
                tag(
                        "confirm",
                        "text",
                        "Delete",
                        "question",
                        "Delete this for good?",
                        "action",
                        "/free/form",
                        "button",
                        "Delete it"),
                tag("toast", "text", "Week of 10 August saved: 17.5 %")));
    }

    @GetMapping("/gallery/agreement")
    Html agreement() {
        return new GalleryPage(
                "Agreement",
                Section.OBJECTIVES,
                "<h1>Ava’s plan</h1><section class=\"section\"><div class=\"section-head\"><h2>Agreement</h2></div>%s</section>"
                        .formatted(AgreementSample.html()));
    }

    @GetMapping("/gallery/alone")
    Html alone() {
        return new GalleryPage("Sign in", Section.NONE, """
                <h1>Sign in</h1><form class="form mt-3" method="post" action="/free/form">%s%s<button class="btn btn-primary">Sign in</button></form>
                """.formatted(
                        field("email", "E-mail", "type", "email", "required", true, "autocomplete", "username"),
                        field("password", "Password", "type", "password", "required", true)));
    }

    private static String field(String name, String label, Object... more) {
        var all = new ArrayList<Object>(List.of("name", name, "label", label));
        all.addAll(List.of(more));
        return tag("field", all.toArray());
    }

    private static String num(String number, String unit, String size) {
        return tag(
                "num",
                "href",
                "/gallery/explanation",
                "number",
                number,
                "unit",
                unit,
                "size",
                size,
                "explains",
                "progress");
    }

    private static String figure(String label, String number, String unit) {
        return tag("figure", "label", label, "href", "/gallery/explanation", "number", number, "unit", unit);
    }

    private static String health(String health) {
        return tag("health", "health", health);
    }

    private static String meter(String progress, String expected, String health) {
        return tag(
                "meter",
                "progress",
                new BigDecimal(progress),
                "expected",
                new BigDecimal(expected),
                "health",
                health == null ? "" : health,
                "label",
                "Progress, expected");
    }

    private static String spark(List<Point> actual, String health) {
        List<Point> plan =
                List.of(actual.getFirst(), new Point(TODAY, actual.getLast().value()));
        return tag("spark", "actual", actual, "plan", plan, "health", health, "label", "7 check-ins");
    }

    private static Point point(int day, String value) {
        return new Point(LocalDate.of(2026, 7, 1).plusDays(day), new BigDecimal(value));
    }

    private static List<Point> plan(String from, String to) {
        return List.of(point(0, from), point(91, to));
    }

    private static List<Point> weekly(String... values) {
        var points = new ArrayList<Point>();
        for (String value : values) {
            points.add(point(3 + 7 * points.size(), value));
        }
        return points;
    }

    private static List<Point> rising() {
        return weekly("88", "88.3", "88.5", "88.9", "89.2", "89.6", "90");
    }

    private static List<Point> behind() {
        return weekly("40", "40.2", "40.5", "40.7", "41", "41.3", "41.6");
    }

    private static List<Point> falling() {
        return weekly("30", "29.8", "29.5", "29.4", "28.9", "28.4", "28");
    }

    private static List<Point> year() {
        var points = new ArrayList<Point>();
        for (int day = 0; day < 350; day += 5) {
            points.add(new Point(
                    LocalDate.of(2025, 9, 1).plusDays(day), new BigDecimal(day).multiply(new BigDecimal("0.0265"))));
        }
        return points;
    }
}
