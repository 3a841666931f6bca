package io.cairn.access;

import io.cairn.access.AccessEvent.LinkIssued;
import io.cairn.access.AccessEvent.LinkUsed;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** One-time links by which somebody sets a first password, or a new one for a forgotten one. */
@Component
public class Invitations {
    public static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient db;
    private final SignIn signIn;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Invitations(
            JdbcClient db,
            SignIn signIn,
            Passwords passwords,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.signIn = signIn;
        this.passwords = passwords;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A link's secret and whom it is for. */
    public record Invitation(UUID personId, String name, String email, Secret link) {}

    /** Whose link this is. */
    public record Holder(UUID personId, String name, String email) {
        /** Enough of a viewer to work on the holder's behalf; the database finds out what they hold. */
        private Viewer viewer() {
            return new Viewer(personId, name, email, Set.of(), List.of());
        }
    }

    private record Invited(String name, String email, String status) {}

    /** Makes a link, valid for 24 hours, and ends those that were made before. Only for administrators. */
    @Transactional
    public Invitation linkFor(Viewer administrator, UUID person) {
        if (!administrator.is(Role.ADMIN)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        Invited invited = db.sql("select p.name, p.email, p.status from organization.person p where p.id = :person")
                .param("person", person)
                .query(Invited.class)
                .optional()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
        if (!invited.status().equals("ACTIVE")) {
            throw AccessProblem.ACCOUNT_CLOSED.exception();
        }
        db.sql("delete from access.token where person_id = :person and kind = 'LINK'")
                .param("person", person)
                .update();
        Secret link = signIn.issue(Ids.next(), person, "LINK", "One-time link", VALID);
        events.publishEvent(new LinkIssued(person, invited.name()));
        return new Invitation(person, invited.name(), invited.email(), link);
    }

    /** Empty when the link was used, is too old or its person has left. */
    public Optional<Holder> holderOf(Secret link) {
        return db.sql("select person_id, name, email from access.link_holder(:hash)")
                .param("hash", link.hash())
                .query(Holder.class)
                .optional();
    }

    /** Uses a link up: sets the password and signs the person in. A refused password leaves the link as it is. */
    public Secret accept(Secret link, String password, String device) {
        Holder holder = holderOf(link).orElseThrow(AccessProblem.LINK_EXPIRED::exception);
        Secret session =
                Viewing.as(holder.viewer(), () -> transaction.execute(status -> use(holder, link, password, device)));
        return Objects.requireNonNull(session);
    }

    private Secret use(Holder holder, Secret link, String password, String device) {
        if (usedUp(link) == null) {
            throw AccessProblem.LINK_EXPIRED.exception();
        }
        passwords.set(holder.personId(), holder.email(), password);
        events.publishEvent(new LinkUsed(holder.personId()));
        return signIn.openSession(holder.personId(), device);
    }

    private @Nullable UUID usedUp(Secret link) {
        return db.sql("select access.use_link(:hash)")
                .param("hash", link.hash())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .getFirst();
    }
}
