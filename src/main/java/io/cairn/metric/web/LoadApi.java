package io.cairn.metric.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.metric.LoadRows;
import io.cairn.metric.Loaded;
import io.cairn.metric.MeasurementLoads;
import io.cairn.metric.MetricProblem;
import io.cairn.metric.OnError;
import io.cairn.metric.Source;
import io.cairn.metric.file.CsvRows;
import io.cairn.metric.file.JsonRows;
import io.cairn.web.Filters;
import io.cairn.web.LargeBody;
import io.cairn.web.ListQuery;
import io.cairn.web.Refuses;
import io.cairn.web.Unrepeatable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** Values of any number of metrics as one stream. */
@RestController
@Refuses(MetricProblem.class)
class LoadApi {
    private static final String ADDRESS = "/api/v1/measurements";
    private static final String JSON_LINES = "application/x-ndjson";

    private final MeasurementLoads loads;
    private final ObjectMapper json;

    LoadApi(MeasurementLoads loads, ObjectMapper json) {
        this.loads = loads;
        this.json = json;
    }

    /** The body is read as it comes, so its size does not matter. */
    @Bean
    static LargeBody measurementStream() {
        return LargeBody.stream(ADDRESS);
    }

    /** The same values again change nothing, so a key is not needed, and a body of any size is not kept to compare it; nor is a file. */
    @Bean
    static Unrepeatable measurementStreamIsRepeatable() {
        return new Unrepeatable(List.of(ADDRESS, "/metrics/import"));
    }

    /** Keeps values of any number of metrics, sent as CSV with a heading or as JSON lines. By default all or none; with {@code onError=skip} every good row. */
    @PostMapping(
            value = ADDRESS,
            consumes = {"text/csv", JSON_LINES})
    ResponseEntity<Loaded> load(Viewer viewer, HttpServletRequest request, @Filters("onError") ListQuery query)
            throws IOException {
        Loaded loaded = loads.load(viewer, rows(request), asked(query.text("onError")), Source.API);
        boolean nothing = loaded.refused() > 0 && loaded.stored() + loaded.unchanged() == 0;
        return ResponseEntity.status(nothing ? 422 : 200).body(loaded);
    }

    private static OnError asked(@Nullable String text) {
        return switch (text) {
            case null -> OnError.REFUSE;
            case "refuse" -> OnError.REFUSE;
            case "skip" -> OnError.SKIP;
            default -> throw GeneralProblem.INVALID.at("onError").exception();
        };
    }

    private LoadRows rows(HttpServletRequest request) throws IOException {
        return MediaType.parseMediaType(request.getContentType()).isCompatibleWith(MediaType.parseMediaType(JSON_LINES))
                ? new JsonRows(request.getInputStream(), json)
                : new CsvRows(request.getInputStream());
    }
}
