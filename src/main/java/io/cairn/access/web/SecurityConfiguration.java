package io.cairn.access.web;

import io.cairn.access.Viewers;
import io.cairn.web.Problems;
import io.cairn.web.Unrepeatable;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in: everything needs a viewer but a few open paths; there is no HTTP session, every request proves itself anew. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    private static final String[] OPEN = {
        "/sign-in",
        "/sign-in/**",
        "/link/**",
        "/set-up",
        "/assets/**",
        "/theme",
        "/favicon.ico",
        "/robots.txt",
        "/api",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/error"
    };

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ViewerArguments());
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, Viewers viewers, Problems problems) {
        var strangers = new Strangers(problems);
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfCookie())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .sessionAuthenticationStrategy((viewer, request, response) -> {})
                        .requireCsrfProtectionMatcher(new CookieWrites()))
                .addFilterBefore(new ViewerFilter(viewers, problems), CsrfFilter.class)
                .authorizeHttpRequests(
                        paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(strangers).accessDeniedHandler(new Refusals(problems)))
                .build();
    }

    @Bean
    Unrepeatable secretsAndAttempts() {
        return new Unrepeatable(List.of("/sign-in", "/link/", "/account", "/administration/accounts"));
    }
}
