package io.cairn.framework.kpi;

/** How much room a tile takes. */
public enum TileSize {
    NORMAL,
    /** Two places beside each other. */
    WIDE
}
