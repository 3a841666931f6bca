package io.cairn.database;

/** A step that must be done before the port opens: demo data, figures of the day. Steps run in {@code @Order}. */
@FunctionalInterface
public interface BeforeOpening {
    void beforeOpening();
}
