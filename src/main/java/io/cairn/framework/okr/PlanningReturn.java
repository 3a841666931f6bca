package io.cairn.framework.okr;

import io.cairn.goal.CheckIns;
import io.cairn.goal.Goal;
import io.cairn.goal.ManyGoals;
import io.cairn.kernel.Viewer;
import io.cairn.template.Returned;
import io.cairn.template.RowChange;
import io.cairn.template.TemplateReturn;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a planning sheet back: new objectives become drafts, those that are there change as on their page, and values typed into
 * weeks are check-ins.
 */
@Component
@Transactional
class PlanningReturn implements TemplateReturn {
    private final PlanningJudge judge;
    private final CheckIns checkIns;
    private final ManyGoals goals;

    PlanningReturn(PlanningJudge judge, CheckIns checkIns, ManyGoals goals) {
        this.judge = judge;
        this.checkIns = checkIns;
        this.goals = goals;
    }

    @Override
    public String template() {
        return PlanningForm.KEY;
    }

    /** An objective and what names its number; the cycle's row stands alone and is never applied. */
    @Override
    public String part(Returned.Sheet sheet, Returned.Row row) {
        String number = row.row().text(sheet.form().key().equals(PlanningForm.OBJECTIVES) ? "number" : "objective");
        return Objects.requireNonNullElse(number, "");
    }

    @Override
    @Transactional(readOnly = true)
    public List<RowChange> preview(Viewer viewer, Returned file) {
        return judge.judge(viewer, file).rows().done();
    }

    @Override
    public boolean takesSeveral() {
        return true;
    }

    @Override
    public List<Kept> apply(Viewer viewer, Returned parts) {
        PlanningJudge.Judged judged = judge.judge(viewer, parts);
        judged.rows().refuseIfAny();
        Map<PlanningGoal, UUID> ids = new IdentityHashMap<>(created(viewer, judged.goals()));
        goals.rewrite(
                viewer,
                judged.goals().stream()
                        .filter(wanted -> wanted.before() != null && wanted.isRewritten())
                        .map(PlanningGoal::sought)
                        .toList());
        for (PlanningGoal wanted : judged.goals()) {
            Goal before = wanted.before();
            if (before != null) {
                ids.put(wanted, before.id());
            }
        }
        checkIns.record(
                viewer,
                judged.goals().stream()
                        .flatMap(wanted -> wanted.checkIns().stream())
                        .toList());
        Map<UUID, Goal> now =
                goals.read(ids.values(), List.of()).stream().collect(Collectors.toMap(Goal::id, Function.identity()));
        return judged.goals().stream()
                .flatMap(wanted -> kept(wanted, Objects.requireNonNull(now.get(ids.get(wanted)))).stream())
                .toList();
    }

    private Map<PlanningGoal, UUID> created(Viewer viewer, List<PlanningGoal> all) {
        List<PlanningGoal> fresh =
                all.stream().filter(wanted -> wanted.before() == null).toList();
        List<UUID> written = goals.create(
                viewer, fresh.stream().map(wanted -> wanted.sought().whole()).toList());
        Map<PlanningGoal, UUID> ids = new IdentityHashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            ids.put(fresh.get(i), written.get(i));
        }
        return ids;
    }

    /** The goal's measures stand in the order in which they were written. */
    private static List<Kept> kept(PlanningGoal wanted, Goal now) {
        List<Kept> kept = new ArrayList<>();
        if (wanted.head() != null) {
            kept.add(new Kept(PlanningForm.OBJECTIVES, wanted.head().number(), now.id(), now.version()));
        }
        wanted.places().forEach((place, row) -> {
            var measure = now.live().get(place);
            kept.add(new Kept(PlanningForm.KEY_RESULTS, row.number(), measure.id(), measure.version()));
        });
        return kept;
    }
}
