package io.cairn.template;

import io.cairn.kernel.GeneralProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every template that is a bean, by key. */
@Component
public class Templates {
    private final Map<String, Template> byKey = new TreeMap<>();

    Templates(ObjectProvider<Template> all) {
        all.forEach(template -> byKey.put(template.form().key(), template));
    }

    public List<Template> all() {
        return List.copyOf(byKey.values());
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND */
    public Template require(String key) {
        Template found = byKey.get(key);
        if (found == null) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return found;
    }
}
