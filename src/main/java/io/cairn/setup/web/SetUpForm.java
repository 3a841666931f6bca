package io.cairn.setup.web;

import io.cairn.setup.Beginning;
import org.jspecify.annotations.Nullable;

/** The set-up form as it was sent. */
record SetUpForm(
        @Nullable String code,
        @Nullable String organization,
        @Nullable String zone,
        @Nullable String currency,
        @Nullable String name,
        @Nullable String email,
        @Nullable String password,
        @Nullable String again) {

    Beginning beginning() {
        return new Beginning(
                text(code), text(organization), text(zone), text(currency), text(name), text(email), text(password));
    }

    boolean repeated() {
        return text(password).equals(text(again));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
