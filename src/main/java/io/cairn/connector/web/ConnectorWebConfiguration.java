package io.cairn.connector.web;

import io.cairn.web.Unrepeatable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectorWebConfiguration {

    /** A run is no part of a transaction, and a form with a secret is not kept; making one over the API may carry a key. */
    @Bean
    Unrepeatable runsAndSecrets() {
        return new Unrepeatable(List.of("/api/v1/connectors/", "/connectors"));
    }
}
