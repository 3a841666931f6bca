package io.cairn.framework.kpi;

import io.cairn.framework.Compensation;
import io.cairn.framework.Framework;
import io.cairn.framework.Visibility;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The KPI row of frameworks 5 as data: watched without end, open to all unless it is about a person, neutral to pay. */
@Configuration(proxyBeanMethods = false)
class KpiFramework {

    @Bean
    Framework kpi() {
        return Framework.ofMetrics(
                "kpi",
                "KPI",
                new Framework.Words("KPI", "KPIs", "value", "values"),
                Visibility.PUBLIC_ORG,
                Compensation.NEUTRAL);
    }
}
