package io.cairn.framework.hybrid.web;

import io.cairn.access.Audience;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricPanel;
import io.cairn.metric.MetricState;
import io.cairn.metric.MetricStatus;
import io.cairn.web.Fragment;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the page of a metric that is off target why no objective is proposed, to those who answer for it. */
@Component
@Order(5)
class SilentMetrics implements MetricPanel {

    @Override
    public Fragment of(Metric metric) {
        return new SilentMetric(
                metric.mayEdit() && wouldAsk(metric) && !metric.key().equals(Audience.EVERYONE));
    }

    private static boolean wouldAsk(Metric metric) {
        return metric.state() == MetricState.ACTIVE
                && metric.sheet().proposeOkr()
                && metric.figures().judged() == MetricStatus.RED;
    }
}
