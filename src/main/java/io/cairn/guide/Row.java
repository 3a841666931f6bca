package io.cairn.guide;

import java.util.List;

/** One row of a decision table: whom it describes, and which frameworks it names. */
public sealed interface Row permits Stage, WorkArea, Need, Signal {
    /** The row's word in the API. */
    String name();

    Table table();

    String label();

    /** In the table's own order. */
    List<Pick> picks();

    /** Whether it does not stand in the guide's sources but follows from what they say a framework is best for. */
    default boolean derived() {
        return false;
    }
}
