package io.cairn;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Cairn's Spring context; {@link Cairn} starts it once the database is ready. */
@Modulithic(systemName = "Cairn", sharedModules = "kernel")
@SpringBootApplication
public class CairnApplication {}
