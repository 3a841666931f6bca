package io.cairn;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    @Test
    void arrowsBetweenModulesPointDownOnly() {
        ApplicationModules.of(CairnApplication.class).verify();
    }
}
