package io.cairn.web.api;

import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON API to read, as its OpenAPI document has it. */
record ApiPage(List<Resource> resources, List<Shape> shapes, List<ProblemList> problems) implements FullPage {

    /** What addresses begin with, and what can be done there. */
    record Resource(String name, List<Operation> operations) {}

    /** @param curl an example to copy */
    record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            List<Field> parameters,
            @Nullable Shape body,
            List<Answer> answers,
            String curl) {}

    /** @param link the shape it holds, if it holds one */
    record Field(
            String name,
            String type,
            @Nullable String link,
            List<String> choices,
            boolean required,
            String description) {}

    record Shape(String name, String description, List<Field> fields) {}

    /** @param link the shape that comes back, or the list with more codes */
    record Answer(
            String status,
            String text,
            @Nullable String link,
            @Nullable String linkText) {}

    record ProblemList(String name, List<Code> codes) {}

    record Code(String code, int status, String message) {}

    @Override
    public String title() {
        return "API";
    }

    @Override
    public Section section() {
        return Section.NONE;
    }
}
