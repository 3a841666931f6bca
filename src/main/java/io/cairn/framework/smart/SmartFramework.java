package io.cairn.framework.smart;

import io.cairn.framework.Compensation;
import io.cairn.framework.Framework;
import io.cairn.framework.Visibility;
import io.cairn.goal.GoalSheet;
import io.cairn.smart.SmartLetter;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** SMART goals as data: of persons and teams, measured by a number or steps, in a cycle; everything else is only shown. */
@Configuration(proxyBeanMethods = false)
class SmartFramework {
    static final String KEY = "smart";

    @Bean
    Framework smart() {
        return new Framework(
                KEY,
                "SMART goals",
                new Framework.Words("SMART goal", "SMART goals", "measure", "measures"),
                List.of("smart_goal"),
                Visibility.TEAM,
                Compensation.NEUTRAL,
                new Framework.Range(0, 5),
                true,
                true,
                false,
                Set.of(SmartLetter.MEASURABLE, SmartLetter.TIME_BOUND),
                List.of());
    }

    @Bean
    GoalSheet smartSheet() {
        return new GoalSheet(KEY, "Worksheet", "/smart/");
    }
}
