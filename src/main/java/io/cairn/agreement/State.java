package io.cairn.agreement;

/** How a version of the terms stands; a draft is its owner's matter. */
public enum State {
    OFFERED,
    DECLINED,
    AGREED,
    WITHDRAWN
}
