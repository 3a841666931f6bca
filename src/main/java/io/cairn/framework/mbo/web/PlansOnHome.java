package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.PlanDesk;
import io.cairn.framework.mbo.PlanDesk.Waiting;
import io.cairn.kernel.Viewer;
import io.cairn.web.Fragment;
import io.cairn.web.HomePanel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells Home which plans wait to be signed, estimated, scored, handed in or resolved. */
@Component
class PlansOnHome implements HomePanel {
    private final PlanDesk desk;

    PlansOnHome(PlanDesk desk) {
        this.desk = desk;
    }

    @Override
    public @Nullable Fragment of(Viewer viewer) {
        if (!viewer.uses("mbo")) {
            return null;
        }
        List<Waiting> waiting = desk.waiting(viewer);
        return waiting.isEmpty() ? null : new WaitingPanel(viewer.id(), waiting);
    }
}
