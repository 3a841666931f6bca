package io.cairn.agreement;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import java.util.Locale;

/** A round as the journal tells it, to those who read the agreement. */
final class Told {
    private Told() {}

    static Entry entry(Subject subject, Round round, Audience key) {
        return Entry.of(action(round), subject.kind(), subject.id(), summary(round))
                .reason(round.comment().isEmpty() ? null : round.comment())
                .seenBy(key);
    }

    private static String action(Round round) {
        return "agreement." + round.act().name().toLowerCase(Locale.ROOT);
    }

    private static String summary(Round round) {
        String told = round.act().told() + (round.version() == 1 ? "" : " (amendment " + (round.version() - 1) + ")");
        boolean complete = round.state() == State.AGREED && round.act() != Act.COMMENT;
        return complete ? told + "; the terms are agreed" : told;
    }
}
