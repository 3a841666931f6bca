package io.cairn.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connections Cairn works with, as the application role; Boot adds the {@code JdbcClient}. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            @Value("${cairn.database.url}") String url,
            @Value("${cairn.database.user}") String user,
            @Value("${cairn.database.password}") String password,
            @Value("${cairn.database.connections:16}") int connections) {
        var config = new HikariConfig();
        config.setPoolName("cairn");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(4, connections));
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", "cairn");
        config.addDataSourceProperty("options", "-c statement_timeout=10000");
        // The server's details quote rows, and what is private must not reach a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    @Bean
    Opening opening(ObjectProvider<BeforeOpening> steps) {
        return new Opening(steps.orderedStream().toList());
    }
}
