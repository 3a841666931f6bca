package io.cairn;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** Cairn's Spring context; {@link Cairn} starts it once the database is ready. */
@Modulithic(systemName = "Cairn", sharedModules = "kernel")
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class CairnApplication {}
