package io.cairn.template;

/** What a template's file is filled with. */
public enum Variant {
    BLANK,
    SAMPLE,
    LIVE
}
