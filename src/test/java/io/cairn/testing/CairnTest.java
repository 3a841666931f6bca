package io.cairn.testing;

import io.cairn.CairnApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole program on a free port of 127.0.0.1 with a fresh database. Classes annotated alike share one context and so
 * one database; {@code @DirtiesContext} or another property gives a class its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("database")
@SpringBootTest(
        classes = CairnApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"cairn.mode=test", "server.address=127.0.0.1"})
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(StatementCounting.class)
public @interface CairnTest {}
