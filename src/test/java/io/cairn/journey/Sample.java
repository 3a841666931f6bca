package io.cairn.journey;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** An address of a page, and whom it answers how. */
record Sample(String pattern, String address, Set<Who> readers, int toOthers, int toStrangers) {
    /** Those who visit every page. */
    enum Who {
        /** Leads a team and its objectives. */
        NOAH,
        /** Administrator. */
        KAI,
        /** Has no team, no goal, no role and nobody above. */
        LUCY,
        /** Compensation; leads a team of her own. */
        NINA,
        STRANGER
    }

    private static final int SEE_OTHER = 303;

    /** For everybody who is signed in. */
    static Sample all(String pattern, String... ids) {
        return of(pattern, 200, Set.of(Who.NOAH, Who.KAI, Who.LUCY, Who.NINA), ids);
    }

    static Sample only(Set<Who> readers, String pattern, String... ids) {
        return of(pattern, 403, readers, ids);
    }

    static Sample hidden(String pattern, String... ids) {
        return of(pattern, 404, Set.of(), ids);
    }

    static Sample open(String pattern, String... ids) {
        return of(pattern, 200, EnumSet.allOf(Who.class), ids);
    }

    /** What nobody finds, signed in or not. */
    static Sample missing(String pattern, String... ids) {
        Sample sample = of(pattern, 404, Set.of(), ids);
        return new Sample(sample.pattern, sample.address, sample.readers, 404, 404);
    }

    /** What one is led away from once one is signed in. */
    static Sample outside(String pattern) {
        return new Sample(pattern, pattern, Set.of(Who.STRANGER), SEE_OTHER, 200);
    }

    /** Puts the ids in the places of the pattern's variables; one more is the address's query. */
    static Sample of(String pattern, int toOthers, Set<Who> readers, String... ids) {
        String address = pattern;
        int next = 0;
        while (address.contains("{")) {
            address = address.replaceFirst("\\{[a-z]+}", ids[next++]);
        }
        String query = String.join("", Arrays.asList(ids).subList(next, ids.length));
        return new Sample(pattern, address + query, readers, toOthers, SEE_OTHER);
    }

    /** The status this person gets, when redirects are not followed. */
    int status(Who who) {
        if (readers.contains(who)) {
            return 200;
        }
        return who == Who.STRANGER ? toStrangers : toOthers;
    }

    /** Who looks at it closely: the first who may read it, Noah where nobody may. */
    Who reader() {
        return Arrays.stream(Who.values()).filter(readers::contains).findFirst().orElse(Who.NOAH);
    }
}
