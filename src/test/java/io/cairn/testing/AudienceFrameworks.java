package io.cairn.testing;

import io.cairn.framework.Compensation;
import io.cairn.framework.Framework;
import io.cairn.framework.Visibility;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A framework for every audience there is, because OKRs alone are all public; known to tests only. */
@Configuration(proxyBeanMethods = false)
public class AudienceFrameworks {

    public static String key(Visibility visibility) {
        return "test-" + visibility.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Bean
    Framework testPublic() {
        return framework(Visibility.PUBLIC_ORG);
    }

    @Bean
    Framework testTeam() {
        return framework(Visibility.TEAM);
    }

    @Bean
    Framework testPair() {
        return framework(Visibility.PRIVATE_PAIR_HR);
    }

    @Bean
    Framework testPay() {
        return framework(Visibility.PRIVATE_COMP);
    }

    @Bean
    Framework testList() {
        return framework(Visibility.RESTRICTED_LIST);
    }

    private static Framework framework(Visibility visibility) {
        return new Framework(
                key(visibility),
                "Test " + visibility.label(),
                new Framework.Words("goal", "goals", "measure", "measures"),
                List.of("goal"),
                visibility,
                Compensation.NEUTRAL,
                new Framework.Range(1, 5),
                true,
                true,
                false);
    }
}
