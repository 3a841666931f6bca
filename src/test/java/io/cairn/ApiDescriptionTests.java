package io.cairn;

import io.cairn.testing.Api;
import io.cairn.testing.CairnTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CairnTest
class ApiDescriptionTests {
    @Autowired
    Api api;

    @Test
    void dump() throws Exception {
        Files.writeString(
                Path.of("target/api.json"), api.get(null, "/v3/api-docs").raw().body());
    }
}
