package io.cairn.incentive.web;

import io.cairn.web.Unrepeatable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PayoutWebConfiguration {

    /** Each batch of payments is a transaction of its own; doing it again changes nothing that is done. */
    @Bean
    Unrepeatable decisionsAndPayments() {
        return new Unrepeatable(List.of("/api/v1/payout-runs/", "/payout-runs/"));
    }
}
