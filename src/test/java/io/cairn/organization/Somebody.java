package io.cairn.organization;

import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People for tests, whose names nobody else has. */
public final class Somebody {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Somebody() {}

    public static PersonDetails named(String name) {
        int number = NUMBER.incrementAndGet();
        return PersonDetails.of(name + " " + number, name.toLowerCase(java.util.Locale.ROOT) + number + "@example.com");
    }

    public static PersonDetails under(String name, UUID manager) {
        return named(name).withManager(manager);
    }

    public static Viewer viewing(Person person, Role... roles) {
        Set<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(List.of(roles));
        return new Viewer(person.id(), person.name(), person.email(), held, List.of());
    }
}
