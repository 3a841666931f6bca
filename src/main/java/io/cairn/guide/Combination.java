package io.cairn.guide;

import java.util.List;
import java.util.stream.Stream;

/** Frameworks that do more together than alone. Source: frameworks 4.4, 8 (27). */
public enum Combination {
    OKR_MBO_BRIDGE(
            "OKR and MBO, the bridge",
            "The OKR is the priority a whole team shares, the MBO what one person answers for in it. The MBO names the OKR it serves; no figure travels up, and only the MBO may pay.",
            "okr",
            "mbo"),
    OKR_KPI_HYBRID(
            "OKR and KPI, the hybrid",
            "KPIs watch what has to hold, OKRs change what has to become better. A KPI that turns red proposes an OKR, and when the OKR is reached the KPI’s target moves up.",
            "okr",
            "kpi"),
    OKR_SMART_CHECK(
            "OKR and SMART, the framework and its checklist",
            "The objective says why; each key result should pass the SMART check.",
            "okr",
            "smart");

    private final String label;
    private final String words;
    private final List<String> frameworks;

    Combination(String label, String words, String... frameworks) {
        this.label = label;
        this.words = words;
        this.frameworks = List.of(frameworks);
    }

    public String label() {
        return label;
    }

    public String words() {
        return words;
    }

    /** By their keys. */
    public List<String> frameworks() {
        return frameworks;
    }

    /** Those of which both parts are recommended; the hybrid also where it is recommended itself. */
    public static List<Combination> of(List<Recommendation> recommendations) {
        List<String> keys =
                recommendations.stream().map(Recommendation::framework).toList();
        return Stream.of(values())
                .filter(each ->
                        keys.containsAll(each.frameworks) || (each == OKR_KPI_HYBRID && keys.contains("hybrid")))
                .toList();
    }
}
