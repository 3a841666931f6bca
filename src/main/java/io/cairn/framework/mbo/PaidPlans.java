package io.cairn.framework.mbo;

import io.cairn.goal.GoalStatus;
import io.cairn.goal.GovernedGoals;
import io.cairn.incentive.PayoutChange;
import io.cairn.incentive.PayoutFollower;
import io.cairn.incentive.PayoutKind;
import io.cairn.incentive.PayoutState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Moves plans as what they pay is approved, rejected or paid; a batch at the price of one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PaidPlans implements PayoutFollower {
    private final JdbcClient db;
    private final GovernedGoals goals;
    private final ObjectMapper json;

    PaidPlans(JdbcClient db, GovernedGoals goals, ObjectMapper json) {
        this.db = db;
        this.goals = goals;
        this.json = json;
    }

    private record Move(UUID plan, PlanState state, String reason) {}

    @Override
    public void changed(List<PayoutChange> changes) {
        List<Move> moves = new ArrayList<>();
        for (PayoutChange change : changes) {
            if (change.kind() == PayoutKind.PLAN && change.before() != change.after()) {
                moves.add(new Move(change.plan(), state(change.after()), change.reason()));
            }
        }
        if (moves.isEmpty()) {
            return;
        }
        List<UUID> paid = db.sql("""
                with moved as (
                    update mbo.plan p
                       set state = x."state", reason = nullif(x."reason", ''), version = p.version + 1
                      from jsonb_to_recordset(:moves::jsonb) as x ("plan" uuid, "state" text, "reason" text)
                     where p.id = x."plan"
                 returning p.id, p.state)
                select o.goal_id from mbo.objective o join moved m on m.id = o.plan_id
                 where m.state = 'PAID' and o.goal_id is not null
                """).param("moves", json.writeValueAsString(moves)).query(UUID.class).list().stream()
                .filter(Objects::nonNull)
                .toList();
        if (!paid.isEmpty()) {
            goals.end(paid, GoalStatus.CLOSED, "Paid");
        }
    }

    private static PlanState state(PayoutState payout) {
        return switch (payout) {
            case SUBMITTED -> PlanState.PENDING_COMP;
            case APPROVED -> PlanState.APPROVED;
            case REJECTED -> PlanState.SCORED;
            case PAID -> PlanState.PAID;
        };
    }
}
