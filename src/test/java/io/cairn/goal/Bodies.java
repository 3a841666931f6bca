package io.cairn.goal;

import io.cairn.testing.SmallCompany.Cast;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Request bodies as API clients write them. */
final class Bodies {
    private Bodies() {}

    /** From renewal rate 88 to 92 %, cross-sell 40 to 44 % and escalation 30 to 24 h: the seed's own objective. */
    static Map<String, Object> retention(Cast cast) {
        return objective(
                cast,
                "Improve revenue retention across key accounts",
                measure("Renewal rate", "INCREASE", "%", 88, 92),
                measure("Cross-sell penetration", "INCREASE", "%", 40, 44),
                measure("Time to escalation", "DECREASE", "h", 30, 24));
    }

    @SafeVarargs
    static Map<String, Object> objective(Cast cast, String title, Map<String, Object>... measures) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("framework", "okr");
        body.put("title", title);
        body.put("why", "Key accounts leave when trouble reaches us late.");
        body.put("cycleId", cast.quarter().id());
        body.put("ownerTeamId", cast.team().id());
        body.put("leadId", cast.leader().id());
        body.put("level", "TEAM");
        body.put("horizon", "TACTICAL");
        body.put("ambition", "ASPIRATIONAL");
        body.put("measures", new ArrayList<>(List.of(measures)));
        return body;
    }

    static Map<String, Object> measure(String name, String kind, String unit, Object baseline, Object target) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("kind", kind);
        body.put("nature", "VALUE");
        body.put("unit", unit);
        body.put("baseline", baseline);
        body.put("target", target);
        body.put("comparator", kind.equals("DECREASE") ? "LE" : "GE");
        body.put("weight", 1);
        return body;
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> body, String field) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.remove(field);
        return changed;
    }

    static Map<String, Object> value(Object value, int confidence) {
        return Map.of("value", value, "confidence", confidence);
    }

    static UUID id(tools.jackson.databind.JsonNode node) {
        return UUID.fromString(node.path("id").asString());
    }
}
