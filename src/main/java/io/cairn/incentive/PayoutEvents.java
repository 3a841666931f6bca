package io.cairn.incentive;

import io.cairn.access.Audience;
import io.cairn.access.Elevation;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the journal, and as the system whatever hangs on payouts in modules above. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PayoutEvents {
    private final Journal journal;
    private final Elevation elevation;
    private final ObjectProvider<PayoutFollower> followers;

    PayoutEvents(Journal journal, Elevation elevation, ObjectProvider<PayoutFollower> followers) {
        this.journal = journal;
        this.elevation = elevation;
        this.followers = followers;
    }

    void changed(List<PayoutChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        journal.record(changes.stream().map(PayoutEvents::entry).toList());
        elevation.<@Nullable Object>asSystem("Cairn", () -> {
            followers.orderedStream().forEach(follower -> follower.changed(changes));
            return null;
        });
    }

    /** Whoever hands one in knows; nothing follows. */
    void handedIn(PayoutChange change) {
        journal.record(entry(change));
    }

    private static Entry entry(PayoutChange change) {
        String what = change.kind() == PayoutKind.PLAN ? "payout" : "adjustment";
        String action =
                switch (change.after()) {
                    case SUBMITTED -> "handed in";
                    case APPROVED -> "approved";
                    case REJECTED -> "rejected";
                    case PAID -> "marked as paid";
                };
        return Entry.of(
                        "payout." + change.after().name().toLowerCase(java.util.Locale.ROOT),
                        "payout",
                        change.payout(),
                        action + " the " + what)
                .reason(change.reason().isEmpty() ? null : change.reason())
                .seenBy(Audience.pay(change.employee()));
    }

    void run(Entry entry, UUID run) {
        journal.record(entry.seenBy(PayoutRun.audience(run)));
    }
}
