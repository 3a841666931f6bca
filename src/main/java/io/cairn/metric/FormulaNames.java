package io.cairn.metric;

import io.cairn.kernel.Ids;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Formulas are typed with the names of metrics and kept with their ids, so that a metric may be renamed. */
@Component
class FormulaNames {
    private static final Pattern NAMED = Pattern.compile("\\{([^{}]{1,200})}");

    private final JdbcClient db;

    FormulaNames(JdbcClient db) {
        this.db = db;
    }

    /** The formula as it is kept, null without one; what is wrong with it goes to {@code texts} at {@code formula}. */
    @Nullable
    Formula read(@Nullable String text, Texts texts) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Formula.parse(text.strip(), ids(text)::get);
        } catch (ProblemException wrong) {
            wrong.problems().forEach(problem -> texts.add(problem.at("formula")));
            return null;
        }
    }

    /** The formula with names, as people read it. */
    String shown(String kept) {
        Formula formula = Formula.parse(kept);
        Map<UUID, String> names = new HashMap<>();
        db.sql("select m.id, m.name from metric.metric m where m.id = any (:ids::uuid[])")
                .param("ids", Ids.array(formula.inputs()))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return formula.text(id -> names.getOrDefault(id, id.toString()));
    }

    /** By name as typed; a name that several metrics have means none of them. */
    private Map<String, @Nullable UUID> ids(String text) {
        List<String> typed = new ArrayList<>();
        NAMED.matcher(text).results().forEach(found -> typed.add(found.group(1).strip()));
        Map<String, List<UUID>> found = new HashMap<>();
        db.sql("select m.id, lower(m.name) as name from metric.metric m where lower(m.name) = any (:names)")
                .param(
                        "names",
                        typed.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .distinct()
                                .toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                            .add(row.getObject("id", UUID.class));
                });
        Map<String, @Nullable UUID> ids = new HashMap<>();
        for (String name : typed) {
            List<UUID> same = found.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (same.size() == 1) {
                ids.put(name, same.getFirst());
            }
        }
        return ids;
    }
}
