package io.cairn.goal;

import java.util.UUID;

/**
 * Where a framework's goals are written, if not in the general editor; a bean of that framework.
 *
 * @param name what it is called, such as {@code Worksheet}
 * @param path what stands before the goal's id in its address; {@code /edit} after it leads to its editor
 */
public record GoalSheet(String framework, String name, String path) {
    public String href(UUID goal) {
        return path + goal;
    }
}
