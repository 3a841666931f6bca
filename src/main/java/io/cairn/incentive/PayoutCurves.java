package io.cairn.incentive;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.FrameworkProblem;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.Quantity;
import io.cairn.kernel.Texts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The payout curves an organisation has agreed on; everybody reads them. */
@Component
@Transactional
public class PayoutCurves {
    private static final int LONGEST_NAME = 200;
    private static final TypeReference<List<PayoutCurve.Point>> POINTS = new TypeReference<>() {};
    private static final String CURVE = """
            select c.id, c.name, c.points::text as points, c.stepped, c.objective_cap, c.retired, c.version
              from incentive.payout_curve c
            """;

    private final JdbcClient db;
    private final Journal journal;
    private final ObjectMapper json;

    PayoutCurves(JdbcClient db, Journal journal, ObjectMapper json) {
        this.db = db;
        this.journal = journal;
        this.json = json;
    }

    /** In the order they were made. */
    @Transactional(readOnly = true)
    public Page<KeptCurve> list(@Nullable Boolean retired, int limit, @Nullable UUID after) {
        List<KeptCurve> rows = db.sql(CURVE + """
                 where (:retired::boolean is null or c.retired = :retired::boolean)
                   and (:after::uuid is null or c.id > :after::uuid)
                 order by c.id
                 limit :rows
                """)
                .param("retired", retired)
                .param("after", after)
                .param("rows", limit + 1)
                .query(this::curve)
                .list();
        return Page.of(rows, limit, curve -> curve.id().toString());
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND */
    @Transactional(readOnly = true)
    public KeptCurve require(UUID id) {
        return db.sql(CURVE + " where c.id = :id")
                .param("id", id)
                .query(this::curve)
                .optional()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** @throws io.cairn.kernel.ProblemException FRAMEWORK_OFF, or the problems of {@link CurveContent#problems()} */
    public KeptCurve create(@Nullable String name, CurveContent content, @Nullable BigDecimal objectiveCap) {
        PayKeepers.only();
        FrameworkProblem.refuseUnlessUsed(PayKeepers.FRAMEWORK);
        var texts = new Texts();
        var called = texts.needed("name", name, 1, LONGEST_NAME);
        texts.addAll(content.problems());
        cap(objectiveCap, texts);
        texts.refuseIfAny();
        var curve = content.curve();
        var id = Ids.next();
        try {
            db.sql("""
                    insert into incentive.payout_curve (id, name, points, stepped, objective_cap)
                    values (:id, :name, :points::jsonb, :stepped, :cap)
                    """)
                    .param("id", id)
                    .param("name", called)
                    .param("points", json.writeValueAsString(curve.points()))
                    .param("stepped", curve.stepped())
                    .param("cap", objectiveCap)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw IncentiveProblem.CURVE_NAME_TAKEN.at("name").exception();
        }
        var made = require(id);
        journal.record(Entry.of("payout-curve.created", "payout-curve", id, "made the payout curve “" + called + "”")
                .after(made));
        return made;
    }

    private static void cap(@Nullable BigDecimal cap, Texts texts) {
        if (cap == null) {
            return;
        }
        var wrong = Quantity.problem(cap);
        if (wrong != null) {
            texts.add(wrong.at("objectiveCap"));
        } else if (cap.signum() < 0) {
            texts.add(IncentiveProblem.CAP_NEGATIVE.at("objectiveCap"));
        }
    }

    /** Its name and whether new plans are offered it; its points stay as they were agreed. */
    public KeptCurve change(UUID id, int version, @Nullable String name, boolean retired) {
        PayKeepers.only();
        var before = require(id);
        var texts = new Texts();
        var called = texts.needed("name", name, 1, LONGEST_NAME);
        texts.refuseIfAny();
        try {
            int changed = db.sql("""
                    update incentive.payout_curve
                       set name = :name, retired = :retired, version = version + 1
                     where id = :id and version = :version
                    """)
                    .param("id", id)
                    .param("version", version)
                    .param("name", called)
                    .param("retired", retired)
                    .update();
            if (changed == 0) {
                throw GeneralProblem.STALE_VERSION
                        .problem()
                        .with("current", before)
                        .exception();
            }
        } catch (DuplicateKeyException taken) {
            throw IncentiveProblem.CURVE_NAME_TAKEN.at("name").exception();
        }
        var after = require(id);
        var did = retired && !before.retired() ? "retired" : "changed";
        journal.record(Entry.of("payout-curve." + did, "payout-curve", id, did + " the payout curve “" + called + "”")
                .before(before)
                .after(after));
        return after;
    }

    private KeptCurve curve(ResultSet row, int number) throws SQLException {
        var points = json.readValue(row.getString("points"), POINTS);
        boolean stepped = row.getBoolean("stepped");
        return new KeptCurve(
                row.getObject("id", UUID.class),
                row.getString("name"),
                points,
                stepped,
                Decimals.plainOrNull(row.getBigDecimal("objective_cap")),
                row.getBoolean("retired"),
                row.getInt("version"),
                new PayoutCurve(points, stepped).concerns());
    }
}
