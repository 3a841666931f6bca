package io.cairn.framework.okr;

import io.cairn.framework.Compensation;
import io.cairn.framework.Framework;
import io.cairn.framework.Visibility;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules H1, H3 and H4 of frameworks 2.1 as data. */
@Configuration(proxyBeanMethods = false)
class OkrFramework {

    @Bean
    Framework okr() {
        return new Framework(
                "okr",
                "OKR",
                new Framework.Words("objective", "objectives", "key result", "key results"),
                List.of("objective"),
                Visibility.PUBLIC_ORG,
                Compensation.DECOUPLED,
                new Framework.Range(2, 5),
                false,
                true,
                false);
    }
}
