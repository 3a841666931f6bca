package io.cairn.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Teaches Spring MVC our pages and arguments, and puts our filters in their order. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    /** Behind Spring's request context (-105), which pages need, and before its security (-100), whose faults we show. */
    private static final int BEFORE_SECURITY = -104;

    /** Where it is known who is asking. */
    private static final int BEHIND_SECURITY = 0;

    private final ObjectProvider<JsonMapper> json;

    WebConfiguration(ObjectProvider<JsonMapper> json) {
        this.json = json;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new HtmlReturnValues());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ListQueryArguments());
        resolvers.add(new MergePatchArguments(json.getObject()));
    }

    @Bean
    FilterRegistrationBean<ForwardedFilter> forwardedFilter(@Value("${cairn.trusted-proxies:}") String proxies) {
        return always(new ForwardedFilter(TrustedProxies.of(proxies)), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<HeadersFilter> headersFilter() {
        return always(new HeadersFilter(), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(Problems problems, ObjectProvider<LargeBody> large) {
        var filter = new FilterRegistrationBean<>(
                new ProblemFilter(problems, large.stream().toList()));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            IdempotentReplies replies, PlatformTransactionManager transactions, List<Unrepeatable> unrepeatable) {
        var filter = new FilterRegistrationBean<>(new IdempotencyFilter(replies, transactions, unrepeatable));
        filter.setOrder(BEHIND_SECURITY);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
        return server -> server.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ContainerErrors.class.getName()));
    }

    private static <F extends Filter> FilterRegistrationBean<F> always(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }
}
