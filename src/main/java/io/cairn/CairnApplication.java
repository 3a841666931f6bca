package io.cairn;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Cairn's Spring context; {@link Cairn} starts it once the database is ready. */
@Modulithic(systemName = "Cairn", sharedModules = "kernel")
@EnableScheduling
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class CairnApplication {}
