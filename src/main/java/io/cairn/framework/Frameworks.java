package io.cairn.framework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The catalogue: every framework that is a bean, by key. */
@Component
public class Frameworks {
    private final Map<String, Framework> byKey = new TreeMap<>();

    Frameworks(List<Framework> all) {
        all.forEach(framework -> byKey.put(framework.key(), framework));
    }

    public Optional<Framework> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The framework of a stored goal. */
    public Framework of(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("No framework is called " + key));
    }

    public List<Framework> all() {
        return List.copyOf(byKey.values());
    }
}
