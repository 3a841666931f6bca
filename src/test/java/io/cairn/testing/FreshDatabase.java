package io.cairn.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a Spring context a database of its own; the bean {@link TestDatabase} knows the other ways in. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestDatabase.fresh();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh database",
                        Map.of(
                                "cairn.database.url", database.application().url(),
                                "cairn.database.user", database.application().user(),
                                "cairn.database.password",
                                        database.application().password())));
        context.getBeanFactory().registerSingleton("testDatabase", database);
    }
}
