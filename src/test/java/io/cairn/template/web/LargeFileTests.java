package io.cairn.template.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.web.LargeBody;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever sends too large a file is told so with the size that counts, wherever they send it, and it is kept nowhere. */
@CairnTest
class LargeFileTests {
    private static final String API = "/api/v1/templates/okr-planning-sheet/previews";
    private static final String CODE = "FILE_TOO_LARGE";
    private static final int SLIGHTLY = LargeBody.LARGEST_FILE + 1;
    private static final int MUCH = 3 * LargeBody.LARGEST_FILE;

    @Autowired
    Api api;

    @Autowired
    SmallCompany company;

    Viewer viewer;

    @BeforeEach
    void viewer() {
        viewer = company.cast().leader();
    }

    private static InputStream form(int size) {
        byte[] head = ("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(head),
                new ByteArrayInputStream(new byte[size]),
                new ByteArrayInputStream(end))));
    }

    private static int length(int size) throws Exception {
        try (InputStream form = form(size)) {
            return form.readAllBytes().length;
        }
    }

    private Reply sent(String path, int size, boolean announced) throws Exception {
        BodyPublisher body = BodyPublishers.ofInputStream(() -> form(size));
        return api.stream(
                viewer,
                path,
                "multipart/form-data; boundary=cut",
                announced ? BodyPublishers.fromPublisher(body, length(size)) : body);
    }

    @ParameterizedTest
    @ValueSource(ints = {SLIGHTLY, MUCH})
    void theApiSaysWhatIsTooLargeAtTheFile(int size) throws Exception {
        for (boolean announced : new boolean[] {true, false}) {
            Reply refused = sent(API, size, announced);
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.code()).isEqualTo(CODE);
            assertThat(refused.raw().body()).contains("20 MB", "\"file\"").doesNotContain("1 MB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/templates/okr-planning-sheet/return", "/metrics/import"})
    void aPageShowsItsFormAgainWithThatBesideTheFile(String page) throws Exception {
        for (int size : new int[] {SLIGHTLY, MUCH}) {
            for (boolean announced : new boolean[] {true, false}) {
                Reply refused = sent(page, size, announced);
                assertThat(refused.status()).as("%s bytes", size).isEqualTo(303);
                assertThat(refused.raw().headers().firstValue("Location")).hasValue(page + "?problem=" + CODE);
            }
        }
        Reply again = api.get(viewer, page + "?problem=" + CODE);
        assertThat(again.status()).isEqualTo(413);
        assertThat(again.raw().body())
                .contains("aria-invalid=\"true\"", "id=\"file-error\"", "This file is larger than 20 MB");
        assertThat(api.get(viewer, page + "?problem=%3Cb%3E").raw().body()).doesNotContain("file-error\"", "<b>");
    }

    @Test
    void whatIsNoFileIsStillLimitedToOneMegabyte() {
        Reply refused = api.post(viewer, "/api/v1/goals", "{\"title\":\"" + "a".repeat(1_100_000) + "\"}");
        assertThat(refused.code()).isEqualTo("BODY_TOO_LARGE");
        assertThat(refused.raw().body()).contains("1 MB");
    }
}
