package io.cairn.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/** The demo on a free port, for tests in a real browser; they share its company and may change it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@CairnTest
@TestPropertySource(properties = {"cairn.mode=demo", "cairn.test.company=shared by browsers"})
public @interface DemoTest {}
