package io.cairn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Viewing;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.testing.CairnTest;
import io.cairn.testing.TestDatabase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CairnTest
class IdempotencyTests {
    @Autowired
    IdempotentReplies replies;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient db;

    @Autowired
    TestDatabase database;

    @Autowired
    ServletContext context;

    Viewer iris;
    UUID mark;

    @BeforeEach
    void somebodySignsIn() throws SQLException {
        iris = person();
        mark = Ids.next();
        asOwner("create table if not exists public.mark (id uuid not null)");
        asOwner("grant select, insert on public.mark to cairn_app");
    }

    @Test
    void theSameRequestGetsTheSameReplyAndCountsOnce() throws Exception {
        var first = post(iris, "k1", "{\"value\":1}", this::create);
        var second = post(iris, "k1", "{\"value\":1}", this::create);
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(second.getContentAsString())
                .isEqualTo(first.getContentAsString())
                .contains("{\"value\":1}");
        assertThat(second.getHeader("Location")).isEqualTo("/api/v1/marks/1");
        assertThat(second.getContentType()).isEqualTo("application/json");
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() throws Exception {
        post(iris, "k1", "{\"value\":1}", this::create);
        assertThatThrownBy(() -> post(iris, "k1", "{\"value\":2}", this::create))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.first())
                                .extracting(Problem::code, Problem::status)
                                .containsExactly("IDEMPOTENCY_KEY_REUSED", 422));
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void everybodyHasTheirOwnKeys() throws Exception {
        post(iris, "k1", "{\"value\":1}", this::create);
        assertThat(post(person(), "k1", "{\"value\":2}", this::create).getStatus())
                .isEqualTo(201);
        assertThat(marks()).isEqualTo(2);
    }

    @Test
    void aRefusalIsNotKeptAndChangesNothing() throws Exception {
        var refused = post(iris, "k1", "{}", (request, response) -> {
            insert();
            ((HttpServletResponse) response).setStatus(422);
        });
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(marks()).isZero();
        assertThat(post(iris, "k1", "{\"value\":1}", this::create).getStatus()).isEqualTo(201);
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void aFaultKeepsNeitherTheChangeNorTheReply() throws Exception {
        assertThatThrownBy(() -> post(iris, "k1", "{}", (request, response) -> {
                    insert();
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class);
        assertThat(marks()).isZero();
        assertThat(post(iris, "k1", "{}", this::create).getStatus()).isEqualTo(201);
    }

    @Test
    void aSecondRequestWaitsForTheFirst() throws Exception {
        var working = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> post(iris, "k1", "{}", (request, response) -> {
                create(request, response);
                working.countDown();
                pause(300);
            }));
            working.await();
            var second = threads.submit(() -> post(iris, "k1", "{}", this::create));
            assertThat(first.get().getStatus()).isEqualTo(201);
            assertThat(second.get().getContentAsString()).isEqualTo(first.get().getContentAsString());
        }
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void aDayLaterTheKeyIsNew() throws Exception {
        post(iris, "k1", "{\"value\":1}", this::create);
        post(iris, "k0", "{\"value\":1}", this::create);
        asOwner("update web.idempotent_reply set created_at = created_at - interval '24 hours 1 minute'");
        assertThat(post(iris, "k1", "{\"value\":2}", this::create).getContentAsString())
                .contains("2");
        assertThat(marks()).isEqualTo(3);
        assertThat(as(
                        iris,
                        () -> db.sql("select count(*) from web.idempotent_reply")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void nobodySeesTheRepliesOfOthers() throws Exception {
        post(iris, "k1", "{\"value\":1}", this::create);
        assertThat(as(
                        person(),
                        () -> db.sql("select count(*) from web.idempotent_reply")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void aFormSentTwiceCountsOnceWhateverItsToken() throws Exception {
        for (String token : List.of("a", "b")) {
            var request = request("POST");
            request.setContentType("application/x-www-form-urlencoded");
            request.setParameter("_once", "f1");
            request.setParameter("_csrf", token);
            request.setParameter("value", "1");
            assertThat(send(iris, request, (asked, response) -> {
                                insert();
                                ((HttpServletResponse) response).setStatus(303);
                                ((HttpServletResponse) response).setHeader("Location", "/goals/7");
                            })
                            .getHeader("Location"))
                    .isEqualTo("/goals/7");
        }
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void withoutAKeyOrAPersonNothingIsKept() throws Exception {
        var request = request("POST");
        request.setAttribute(Viewer.class.getName(), iris);
        request.setContent("{}".getBytes(StandardCharsets.UTF_8));
        filter().doFilter(request, new MockHttpServletResponse(), (asked, response) -> insert());
        var visitor = request("POST");
        visitor.addHeader("Idempotency-Key", "k1");
        filter().doFilter(visitor, new MockHttpServletResponse(), (asked, response) -> insert());
        assertThat(marks()).isEqualTo(2);
    }

    @Test
    void aKeyIsShortAndPlain() {
        for (String key : List.of(" ", "a b", "ä", "k".repeat(256))) {
            assertThatThrownBy(() -> post(iris, key, "{}", this::create)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aReplyWithASecretIsNotKeptHoweverItsAddressIsWritten() throws Exception {
        for (String place : List.of("/account/tokens", "/%61ccount/tokens")) {
            var request = new MockHttpServletRequest(context, "POST", place);
            request.addHeader("Idempotency-Key", "k1");
            send(iris, request, this::create);
            send(iris, request, this::create);
        }
        assertThat(marks()).isEqualTo(4);
        assertThat(as(
                        iris,
                        () -> db.sql("select count(*) from web.idempotent_reply where person_id = :iris")
                                .param("iris", iris.id())
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    private MockHttpServletResponse post(Viewer viewer, String key, String body, FilterChain work) throws Exception {
        var request = request("POST");
        request.addHeader("Idempotency-Key", key);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return send(viewer, request, work);
    }

    private MockHttpServletRequest request(String method) {
        return new MockHttpServletRequest(context, method, "/api/v1/marks");
    }

    private MockHttpServletResponse send(Viewer viewer, MockHttpServletRequest request, FilterChain work)
            throws Exception {
        request.setAttribute(Viewer.class.getName(), viewer);
        var response = new MockHttpServletResponse();
        var failed = Viewing.<Exception>as(viewer, () -> {
            try {
                filter().doFilter(request, response, work);
                return null;
            } catch (Exception thrown) {
                return thrown;
            }
        });
        if (failed != null) {
            throw failed;
        }
        return response;
    }

    private IdempotencyFilter filter() {
        return new IdempotencyFilter(replies, transactions, List.of(new Unrepeatable(List.of("/account"))));
    }

    /** What a controller and its use case do: change something in a transaction, answer with what was made. */
    private void create(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response)
            throws IOException {
        insert();
        var reply = (HttpServletResponse) response;
        reply.setStatus(201);
        reply.setHeader("Location", "/api/v1/marks/1");
        reply.setContentType("application/json");
        reply.getOutputStream().write(request.getInputStream().readAllBytes());
        reply.getOutputStream().write(Ids.next().toString().getBytes(StandardCharsets.UTF_8));
    }

    private void insert() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> db.sql("insert into public.mark (id) values (:id)")
                        .param("id", mark)
                        .update());
    }

    private int marks() {
        return db.sql("select count(*) from public.mark where id = :id")
                .param("id", mark)
                .query(Integer.class)
                .single();
    }

    private Viewer person() {
        UUID id = Ids.next();
        Viewing.runAsSystem(
                "test",
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> db.sql("""
                                        with person as (
                                            insert into organization.person (id, name, email) values (:id, 'P', :email)
                                            returning id)
                                        insert into organization.reporting_line (manager_id, person_id, depth)
                                        select id, id, 0 from person
                                        """)
                                .param("id", id)
                                .param("email", id + "@example.com")
                                .update()));
        return new Viewer(id, "P", id + "@example.com", Set.of(), List.of());
    }

    private <T> T as(Viewer viewer, java.util.function.Supplier<T> query) {
        return Viewing.as(viewer, () -> new TransactionTemplate(transactions).execute(status -> query.get()));
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
