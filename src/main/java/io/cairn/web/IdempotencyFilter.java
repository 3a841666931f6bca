package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.web.IdempotentReplies.Reply;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with a key ({@code Idempotency-Key}, or a form's hidden field {@code _once}) takes effect once: the same request
 * again gets the same reply. The change and its reply are one transaction, begun here around the controller, and nothing
 * reaches the caller before it is committed; so neither can be there without the other. Refusals are not kept.
 */
final class IdempotencyFilter extends HttpFilter {
    static final String HEADER = "Idempotency-Key";
    static final String FIELD = "_once";
    private static final long serialVersionUID = 1L;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final transient IdempotentReplies replies;
    private final transient PlatformTransactionManager transactions;
    private final transient List<Unrepeatable> unrepeatable;

    IdempotencyFilter(
            IdempotentReplies replies, PlatformTransactionManager transactions, List<Unrepeatable> unrepeatable) {
        this.replies = replies;
        this.transactions = transactions;
        this.unrepeatable = List.copyOf(unrepeatable);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String key = request.getMethod().equals("POST") && isRepeatable(request) ? key(request) : null;
        Viewer viewer = key == null ? null : Request.of(request).viewer();
        if (key == null || viewer == null) {
            chain.doFilter(request, response);
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw GeneralProblem.INVALID.at(HEADER).exception();
        }
        once(viewer, key, RepeatableRequest.of(request), response, chain);
    }

    private boolean isRepeatable(HttpServletRequest request) {
        return unrepeatable.stream().noneMatch(places -> places.covers(request.getRequestURI()));
    }

    private void once(
            Viewer viewer, String key, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var fresh = new ContentCachingResponseWrapper(response);
        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        Reply earlier = null;
        try {
            if (replies.take(viewer, key, request.hash())) {
                chain.doFilter(request, fresh);
                if (fresh.getStatus() < 400) {
                    replies.keep(viewer, key, reply(request, fresh));
                } else {
                    transaction.setRollbackOnly();
                }
            } else {
                earlier = earlier(viewer, key, request);
            }
        } catch (IOException | ServletException | RuntimeException | Error thrown) {
            transactions.rollback(transaction);
            throw thrown;
        }
        transactions.commit(transaction);
        if (earlier == null) {
            fresh.copyBodyToResponse();
        } else {
            repeat(earlier, request, response);
        }
    }

    private Reply earlier(Viewer viewer, String key, RepeatableRequest request) {
        Reply earlier = replies.find(viewer, key);
        if (!MessageDigest.isEqual(earlier.requestHash(), request.hash())) {
            throw WebProblem.IDEMPOTENCY_KEY_REUSED.at(HEADER).exception();
        }
        return earlier;
    }

    private static Reply reply(RepeatableRequest request, ContentCachingResponseWrapper response) {
        return new Reply(
                request.hash(),
                response.getStatus(),
                response.getContentType(),
                response.getHeader(locationHeader(request, response.getStatus())),
                response.getContentAsByteArray());
    }

    private static void repeat(Reply reply, RepeatableRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(reply.status());
        if (reply.contentType() != null) {
            response.setContentType(reply.contentType());
        }
        if (reply.location() != null) {
            response.setHeader(locationHeader(request, reply.status()), reply.location());
        }
        response.setContentLength(reply.body().length);
        response.getOutputStream().write(reply.body());
    }

    private static String locationHeader(HttpServletRequest request, int status) {
        return status == HttpServletResponse.SC_OK && Renderer.wantsFragment(request)
                ? "HX-Redirect"
                : HttpHeaders.LOCATION;
    }

    private static @Nullable String key(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        return key == null && RepeatableRequest.isForm(request) ? request.getParameter(FIELD) : key;
    }
}
