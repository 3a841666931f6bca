package io.cairn.setup.web;

import io.cairn.setup.SetUp;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the way to the set-up before everything that needs somebody to be signed in. */
@Configuration(proxyBeanMethods = false)
class SetUpConfiguration {
    /** Behind the filter that shows problems (-104), before Spring's security (-100). */
    private static final int BEFORE_SECURITY = -102;

    @Bean
    FilterRegistrationBean<SetUpFilter> setUpFilter(SetUp setUp) {
        var registration = new FilterRegistrationBean<>(new SetUpFilter(setUp));
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }
}
