package io.cairn.framework;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which frameworks the organisation uses. One that is switched off is shown nowhere and nothing new is made in it; what exists is
 * kept and readable by its address.
 */
@Component
@Transactional
public class FrameworkUse {
    private final JdbcClient db;
    private final Frameworks frameworks;
    private final Journal journal;

    FrameworkUse(JdbcClient db, Frameworks frameworks, Journal journal) {
        this.db = db;
        this.frameworks = frameworks;
        this.journal = journal;
    }

    /** Whether this person decides it. */
    public static boolean mayDecide(Viewer viewer) {
        return viewer.isAny(Role.ADMIN, Role.CHAMP);
    }

    /** The people who decide it, by name. */
    @Transactional(readOnly = true)
    public List<String> whoMayDecide() {
        return db.sql("""
                select p.name
                  from organization.person p
                 where p.status = 'ACTIVE'
                   and p.id in (select g.person_id from access.role_grant g where g.role in ('ADMIN', 'CHAMP'))
                 order by p.name, p.id
                 limit 20
                """).query(String.class).list();
    }

    /**
     * Switches one on or off. On brings the frameworks it is made of; off takes along those that are made of it.
     *
     * @return what is in use now, by key
     * @throws io.cairn.kernel.ProblemException NOT_ALLOWED for anybody but administrators and champions, NOT_FOUND for an unknown
     *     key, FRAMEWORK_NOT_IN_CAIRN for one there is no code for
     */
    public Set<String> set(Viewer viewer, String key, boolean used) {
        refuseOthers(viewer);
        Framework framework = runs(key);
        Set<String> before = unused();
        Set<String> after = new TreeSet<>(before);
        if (used) {
            after.remove(key);
            after.removeAll(framework.parts());
        } else {
            after.add(key);
            frameworks.all().stream()
                    .filter(whole -> whole.parts().contains(key))
                    .forEach(whole -> after.add(whole.key()));
        }
        return change(before, after);
    }

    /** Switches all of these on; the others stay as they are. Errors as in {@link #set}. */
    public Set<String> add(Viewer viewer, Collection<String> keys) {
        refuseOthers(viewer);
        Set<String> before = unused();
        return change(before, without(before, keys));
    }

    /** Exactly these are in use from now on, and what they are made of. Errors as in {@link #set}. */
    public Set<String> only(Viewer viewer, Collection<String> keys) {
        refuseOthers(viewer);
        Set<String> all = frameworks.all().stream().map(Framework::key).collect(Collectors.toSet());
        return change(unused(), without(all, keys));
    }

    private Set<String> without(Set<String> off, Collection<String> keys) {
        Set<String> after = new TreeSet<>(off);
        for (String key : keys) {
            after.remove(key);
            after.removeAll(runs(key).parts());
        }
        return after;
    }

    private static void refuseOthers(Viewer viewer) {
        if (!mayDecide(viewer)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }

    private Framework runs(String key) {
        if (Portraits.find(key).isEmpty() && frameworks.find(key).isEmpty()) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return frameworks.find(key).orElseThrow(FrameworkProblem.FRAMEWORK_NOT_IN_CAIRN::exception);
    }

    /** Locked until the end, so that of two changes at once the later one sees the earlier. */
    private Set<String> unused() {
        db.sql("lock table framework.off in share row exclusive mode").update();
        return Set.copyOf(db.sql("select o.framework from framework.off o")
                .query(String.class)
                .list());
    }

    private Set<String> change(Set<String> before, Set<String> after) {
        List<Entry> told = new ArrayList<>();
        for (Framework framework : frameworks.all()) {
            boolean was = !before.contains(framework.key());
            boolean is = !after.contains(framework.key());
            if (was != is) {
                told.add(entry(framework, is));
            }
        }
        if (!told.isEmpty()) {
            db.sql("delete from framework.off where framework <> all (:off)")
                    .param("off", after.toArray(String[]::new))
                    .update();
            db.sql("insert into framework.off (framework) select unnest(:off::text[]) on conflict do nothing")
                    .param("off", after.toArray(String[]::new))
                    .update();
            journal.record(told);
        }
        return frameworks.all().stream()
                .map(Framework::key)
                .filter(key -> !after.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A framework has no row of its own; the journal's id is made of its key. */
    private static Entry entry(Framework framework, boolean used) {
        UUID subject = UUID.nameUUIDFromBytes(("framework:" + framework.key()).getBytes(StandardCharsets.UTF_8));
        return Entry.of(
                        used ? "framework.switched-on" : "framework.switched-off",
                        "framework",
                        subject,
                        "switched " + framework.name() + (used ? " on" : " off"))
                .everyone();
    }
}
