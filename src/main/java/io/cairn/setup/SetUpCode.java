package io.cairn.setup;

import io.cairn.kernel.GeneralProblem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Proof that one may read the console: new at each start, and slow to guess. */
final class SetUpCode {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 12;
    private static final int FREE_TRIES = 10;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String text = random();
    private final Clock clock;
    private int wrong;
    private Instant shutUntil = Instant.MIN;

    SetUpCode(Clock clock) {
        this.clock = clock;
    }

    /** In groups of four, as it is printed. */
    String text() {
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** @throws io.cairn.kernel.ProblemException when it is not the code, or there were too many wrong ones */
    synchronized void check(String given) {
        if (clock.instant().isBefore(shutUntil)) {
            long seconds = Duration.between(clock.instant(), shutUntil).toSeconds() + 1;
            throw GeneralProblem.TOO_MANY_ATTEMPTS
                    .saying("Too many wrong codes. Try again in " + seconds + " seconds.")
                    .with("retryAfter", seconds)
                    .exception();
        }
        if (!MessageDigest.isEqual(hash(plain(given)), hash(text))) {
            wrong++;
            shutUntil = wrong < FREE_TRIES ? Instant.MIN : clock.instant().plus(PAUSE);
            throw SetUpProblem.WRONG_CODE.at("code").exception();
        }
    }

    private static String plain(String given) {
        return given.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String random() {
        var random = new SecureRandom();
        return random.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (code, n) -> code.append(LETTERS.charAt(n)), StringBuilder::append)
                .toString();
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
