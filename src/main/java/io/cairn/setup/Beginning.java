package io.cairn.setup;

/**
 * What the first administrator says at set-up.
 *
 * @param organization the organisation's name, which its topmost team gets too
 * @param zone where its days turn, such as {@code Europe/Berlin}
 * @param currency three letters
 * @param name the administrator's
 */
public record Beginning(
        String code, String organization, String zone, String currency, String name, String email, String password) {}
