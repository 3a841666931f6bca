package io.cairn.framework.mbo;

import io.cairn.framework.Compensation;
import io.cairn.framework.Framework;
import io.cairn.framework.Visibility;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules H1 and H3 of frameworks 2.3 as data. */
@Configuration(proxyBeanMethods = false)
class MboFramework {
    static final String KEY = "mbo";

    @Bean
    Framework mbo() {
        return new Framework(
                KEY,
                "MBO",
                new Framework.Words("objective", "objectives", "target", "targets"),
                List.of("objective"),
                Visibility.PRIVATE_PAIR_HR,
                Compensation.DIRECT,
                new Framework.Range(1, 1),
                true,
                true,
                true);
    }
}
