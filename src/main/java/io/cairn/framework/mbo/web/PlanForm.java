package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanChoices;
import io.cairn.framework.mbo.PlanPeriod;
import io.cairn.framework.mbo.PlanTerms;
import io.cairn.kernel.GeneralProblem;
import io.cairn.web.PlainText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed of a plan or of a change of its terms, kept as it was typed. */
public record PlanForm(Map<String, String> head, List<LineForm> lines) {
    private static final int MOST_LINES = 40;

    public PlanForm {
        head = Map.copyOf(head);
        lines = List.copyOf(lines);
    }

    static PlanForm fresh(UUID employee, PlanChoices.@Nullable Span cycle, String title) {
        Map<String, String> head = new TreeMap<>();
        head.put("employeeId", employee.toString());
        head.put("period", PlanPeriod.QUARTER.name());
        head.put("cycleId", cycle == null ? "" : cycle.id().toString());
        head.put("pays", "true");
        head.put("planCap", LineForm.percent(PlanTerms.USUAL_CAP));
        head.put("modifier", "100");
        return new PlanForm(head, List.of(LineForm.empty(title), LineForm.empty(""), LineForm.empty("")));
    }

    static PlanForm of(Plan plan) {
        PlanTerms terms = plan.terms();
        Map<String, String> head = new TreeMap<>();
        head.put("employeeId", plan.employee().id().toString());
        head.put("period", plan.period().name());
        head.put("cycleId", plan.cycleId() == null ? "" : plan.cycleId().toString());
        head.put("startsOn", plan.startsOn().toString());
        head.put("endsOn", plan.endsOn().toString());
        head.put("pays", plan.pays() ? "true" : "");
        head.put("planCap", LineForm.percent(terms.planCap()));
        head.put("modifier", LineForm.percent(terms.modifier()));
        head.put("capBeforeModifier", terms.capBeforeModifier() ? "true" : "");
        head.put("curveId", terms.curveId() == null ? "" : terms.curveId().toString());
        head.put("version", String.valueOf(plan.version()));
        AcceleratorRows.put(head, terms);
        PlanTerms.Gate gate = terms.gate();
        if (gate != null) {
            head.put("gate.companyObjectiveId", gate.companyObjectiveId().toString());
            head.put("gate.atLeast", LineForm.percent(gate.atLeast()));
            head.put("gate.factor", LineForm.percent(gate.factor()));
        }
        return new PlanForm(head, terms.objectives().stream().map(LineForm::of).toList());
    }

    /** @throws io.cairn.kernel.ProblemException INVALID for text that nobody can type */
    static PlanForm posted(MultiValueMap<String, String> sent) {
        Map<String, String> head = new TreeMap<>();
        sent.forEach((name, values) -> {
            if (!values.stream().allMatch(value -> value == null || PlainText.isClean(value))) {
                throw GeneralProblem.INVALID.at(name).exception();
            }
            if (!name.startsWith("objectives[") && values.getFirst() != null) {
                head.put(name, values.getFirst().replace("\r\n", "\n"));
            }
        });
        AcceleratorRows.closeUp(head);
        List<LineForm> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES && sent.containsKey("objectives[" + lines.size() + "].title")) {
            lines.add(LineForm.posted(sent, lines.size()));
        }
        return new PlanForm(head, lines);
    }

    public String text(String field) {
        return head.getOrDefault(field, "");
    }

    public boolean on(String field) {
        return "true".equals(head.get(field));
    }

    PlanForm with(String field, String value) {
        Map<String, String> changed = new TreeMap<>(head);
        changed.put(field, value);
        return new PlanForm(changed, lines);
    }

    PlanForm with(List<LineForm> newLines) {
        return new PlanForm(head, newLines);
    }

    /** With other lines in which those of now may stand elsewhere; what waits for one goes with it. */
    private PlanForm moved(List<LineForm> newLines) {
        return new PlanForm(AcceleratorRows.moved(head, lines, newLines), newLines);
    }

    public int acceleratorRows() {
        return AcceleratorRows.shown(head);
    }

    /** Without the lines that nobody filled. */
    PlanForm filled() {
        return moved(lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    /** Whatever was typed to be supported is found among the choices. */
    PlanForm served(PlanChoices.Found choices) {
        return with(lines.stream().map(line -> line.served(choices)).toList());
    }

    /** After one of the buttons that change the lines: {@code add}, {@code company}, {@code remove[1]}, {@code up[1]}, {@code down[1]}. */
    PlanForm after(String button, PlanChoices.Found choices) {
        List<LineForm> changed = new ArrayList<>(lines);
        int place = button.matches("\\w+\\[\\d{1,2}]") ? Integer.parseInt(button.replaceAll("\\D", "")) : -1;
        if (button.equals("add")) {
            changed.add(LineForm.empty(""));
        } else if (button.startsWith("company ")) {
            choices.company().stream()
                    .filter(one -> button.endsWith(" " + one.id()))
                    .findFirst()
                    .ifPresent(one -> put(changed, LineForm.company(one)));
        } else if (place >= 0 && place < changed.size()) {
            switch (button.substring(0, button.indexOf('['))) {
                case "remove" -> changed.remove(place);
                case "up" -> Collections.swap(changed, place, Math.max(0, place - 1));
                case "down" -> Collections.swap(changed, place, Math.min(changed.size() - 1, place + 1));
                default -> {}
            }
        }
        return moved(changed);
    }

    /** In place of the first line that is empty, or behind all. */
    private static void put(List<LineForm> lines, LineForm line) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                lines.set(i, line);
                return;
            }
        }
        lines.add(line);
    }

    /** With the lines of another plan behind its own. */
    PlanForm copying(PlanTerms other) {
        List<LineForm> all = new ArrayList<>(filled().lines());
        other.objectives().forEach(line -> all.add(LineForm.of(line).copied()));
        return with(all);
    }

    /** What is named in it of metrics and of the goals of others. */
    PlanChoices.Typed named() {
        List<String> metrics = lines.stream()
                .map(line -> line.text("metricId"))
                .filter(typed -> !typed.isBlank())
                .toList();
        List<String> goals = new ArrayList<>();
        lines.forEach(line -> {
            goals.addAll(line.supports());
            if (!line.text("support").isBlank()) {
                goals.add(line.text("support"));
            }
        });
        return new PlanChoices.Typed(metrics, goals, day(text("startsOn")));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    int version() {
        return text("version").matches("\\d{1,9}") ? Integer.parseInt(text("version")) : 0;
    }

    UUID employeeOr(UUID viewer) {
        try {
            return text("employeeId").isBlank() ? viewer : UUID.fromString(text("employeeId"));
        } catch (IllegalArgumentException forged) {
            return viewer;
        }
    }
}
