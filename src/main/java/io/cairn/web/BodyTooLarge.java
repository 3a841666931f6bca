package io.cairn.web;

import java.io.IOException;

/** The body went on past the limit. */
final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;
}
