package io.cairn.testing;

import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts a counter between the program and its database. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCounting {

    @Bean
    static Statements countedStatements() {
        return new Statements();
    }

    @Bean
    static BeanPostProcessor countingDataSource(
            org.springframework.beans.factory.ObjectProvider<Statements> statements) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? counting(source, statements.getObject()) : bean;
            }
        };
    }

    private static DataSource counting(DataSource source, Statements statements) {
        return ProxyDataSourceBuilder.create(source)
                .afterQuery((execution, queries) -> {
                    if (!isJob(Thread.currentThread())) {
                        queries.forEach(query -> statements.add(query.getQuery()));
                    }
                })
                .build();
    }

    /** Jobs run when their time has come, whatever is being counted just then. */
    private static boolean isJob(Thread thread) {
        return thread.getName().startsWith("scheduling-");
    }
}
