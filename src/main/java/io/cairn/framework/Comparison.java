package io.cairn.framework;

import io.cairn.framework.Portrait.Side;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Frameworks side by side. Who sees them, what they pay, how many measures they have and who may own them is read from the
 * descriptors that the code interprets, so that it can never say what the system does not do; of a framework without a descriptor
 * nothing of the kind is said. Source: frameworks 5.
 */
public final class Comparison {
    static final String NOT_IN_CAIRN = "Not in Cairn yet";

    private Comparison() {}

    /**
     * What one framework says in one row.
     *
     * @param text of the framework in general; empty where the system alone decides
     * @param here what this product does; empty where the row is no matter of policy
     * @param anchor the word in the glossary that says what it means here
     */
    public record Cell(String row, String text, String here, String anchor) {}

    /** What is compared, in order. */
    public enum Line {
        PURPOSE("Purpose", Side::purpose, List.of("okr", "kpi", "mbo", "performance")),
        SCOPE("Scope", Side::scope, List.of("alignment", "metric", "plan", "performance")),
        STRUCTURE("Structure", Side::structure, List.of("key-result", "metric", "weight", "performance")),
        TIME("Time", Side::time, List.of("cycle", "status", "plan", "review")),
        MEASURABILITY("Measurability", Side::measurability, List.of("measure", "status", "attainment", "review")),
        OWNERSHIP("Ownership", Side::ownership, List.of("owner", "kpi", "agreement", "performance")),
        MINDSET("Mindset", Side::mindset, List.of("ambition", "signal", "attainment", "review")),
        VISIBILITY("Who sees it", side -> "", List.of("audience", "audience", "audience", "audience")),
        PAY("Pay", side -> "", List.of("pay", "pay", "pay", "pay")),
        USE("Used for", Side::use, List.of("initiative", "dashboard", "statement", "review"));

        private final String label;
        private final Function<Side, String> text;
        private final List<String> anchors;

        Line(String label, Function<Side, String> text, List<String> anchors) {
            this.label = label;
            this.text = text;
            this.anchors = anchors;
        }

        public String label() {
            return label;
        }
    }

    /** The four that are compared: OKR, KPI, MBO and performance objectives. */
    public static List<Portrait> columns() {
        return Portraits.all().stream()
                .filter(portrait -> portrait.side() != null)
                .toList();
    }

    /** The ten cells of a framework; none where it is not compared. */
    public static List<Cell> of(Portrait portrait, Optional<Framework> framework) {
        Side side = portrait.side();
        return side == null
                ? List.of()
                : Stream.of(Line.values())
                        .map(line -> cell(line, portrait, side, framework.orElse(null)))
                        .toList();
    }

    private static Cell cell(Line line, Portrait portrait, Side side, @Nullable Framework framework) {
        String anchor = line.anchors.get(columns().indexOf(portrait));
        return new Cell(line.label, line.text.apply(side), here(line, framework), anchor);
    }

    private static String here(Line line, @Nullable Framework framework) {
        return switch (line) {
            case STRUCTURE -> framework == null ? "" : measures(framework);
            case OWNERSHIP -> framework == null ? "" : owners(framework);
            case VISIBILITY -> framework == null ? NOT_IN_CAIRN : visibility(framework);
            case PAY -> framework == null ? NOT_IN_CAIRN : pay(framework);
            case PURPOSE, SCOPE, TIME, MEASURABILITY, MINDSET, USE -> "";
        };
    }

    /** {@code 2 to 5 key results}. */
    public static String measures(Framework framework) {
        if (!framework.hasGoals()) {
            return "Watches metrics";
        }
        Framework.Range range = framework.measures();
        String count = range.least() == range.most()
                ? String.valueOf(range.most())
                : range.most() == Integer.MAX_VALUE
                        ? "At least " + range.least()
                        : range.least() + " to " + range.most();
        return count + " "
                + (range.most() == 1
                        ? framework.words().measure() + " for each"
                        : framework.words().measures());
    }

    /** Whether people or teams own its goals. */
    public static String owners(Framework framework) {
        return framework.individualOwners()
                ? "A person may own one"
                : "Teams own them; people where the organisation allows it";
    }

    /** Who reads it; where metrics are watched, each may be kept narrower. */
    public static String visibility(Framework framework) {
        return framework.visibility().label() + (framework.hasGoals() ? "" : ", unless its readers are narrowed");
    }

    /** What it has to do with pay. */
    public static String pay(Framework framework) {
        String bonus = framework.compensation().payable() ? "a bonus line may name one" : "no bonus line can name one";
        return framework.compensation().label() + ": " + bonus
                + (framework.hasGoals() ? "" : ", though a plan may be measured by it");
    }
}
