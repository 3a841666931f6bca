package io.cairn.organization;

/** Whether somebody is here. Who has left keeps their past and cannot sign in. */
public enum PersonStatus {
    ACTIVE,
    LEFT
}
