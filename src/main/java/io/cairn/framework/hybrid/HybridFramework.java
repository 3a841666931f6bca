package io.cairn.framework.hybrid;

import io.cairn.framework.Compensation;
import io.cairn.framework.Framework;
import io.cairn.framework.Visibility;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Frameworks 2.6 as data: it has no goals of its own but those of the two it is made of. */
@Configuration(proxyBeanMethods = false)
class HybridFramework {
    static final String KEY = "hybrid";

    @Bean
    Framework hybrid() {
        return Framework.ofMetrics(
                        KEY,
                        "OKR + KPI",
                        new Framework.Words("proposal", "proposals", "KPI", "KPIs"),
                        Visibility.PUBLIC_ORG,
                        Compensation.NEUTRAL)
                .madeOf(List.of("okr", "kpi"));
    }
}
