package io.cairn.framework;

import io.cairn.smart.SmartLetter;
import java.util.List;
import java.util.Set;

/**
 * A framework's policy as data; core code interprets it and never asks which framework it is.
 *
 * @param key lower-case key, as in the API ({@code okr})
 * @param kinds the kinds of goal it has, lower case; the first is the usual one; none where it watches metrics instead
 * @param measures how many measures an active goal has
 * @param individualOwners whether a person, and not only a team, may own its goals; where not, an organisation may still allow it
 * @param noDataIsZero whether a measure without data counts as 0 in its goal or is left out
 * @param governed whether its goals are written by its own module only: here they are read and checked in, never edited
 * @param demands the SMART letters that an active goal of it passes; the others are only shown
 * @param parts the frameworks it is made of, by key: it is in use only while they are
 */
public record Framework(
        String key,
        String name,
        Words words,
        List<String> kinds,
        Visibility visibility,
        Compensation compensation,
        Range measures,
        boolean individualOwners,
        boolean noDataIsZero,
        boolean governed,
        Set<SmartLetter> demands,
        List<String> parts) {

    /** What this framework calls a goal and a measure. */
    public record Words(String goal, String goals, String measure, String measures) {}

    public record Range(int least, int most) {
        public boolean holds(int count) {
            return count >= least && count <= most;
        }
    }

    public Framework {
        kinds = List.copyOf(kinds);
        demands = Set.copyOf(demands);
        parts = List.copyOf(parts);
    }

    /** One that stands on its own, shows how SMART its goals are and demands nothing of it. */
    public Framework(
            String key,
            String name,
            Words words,
            List<String> kinds,
            Visibility visibility,
            Compensation compensation,
            Range measures,
            boolean individualOwners,
            boolean noDataIsZero,
            boolean governed) {
        this(
                key,
                name,
                words,
                kinds,
                visibility,
                compensation,
                measures,
                individualOwners,
                noDataIsZero,
                governed,
                Set.of(),
                List.of());
    }

    /** A framework that watches metrics and has no goals: anybody may own one, and a missing value is never 0. */
    public static Framework ofMetrics(
            String key, String name, Words words, Visibility visibility, Compensation compensation) {
        return new Framework(
                key, name, words, List.of(), visibility, compensation, new Range(0, 0), true, false, false);
    }

    /** The same, made of others. */
    public Framework madeOf(List<String> keys) {
        return new Framework(
                key,
                name,
                words,
                kinds,
                visibility,
                compensation,
                measures,
                individualOwners,
                noDataIsZero,
                governed,
                demands,
                keys);
    }

    public Portrait portrait() {
        return Portraits.of(key);
    }

    public boolean hasGoals() {
        return !kinds.isEmpty();
    }
}
