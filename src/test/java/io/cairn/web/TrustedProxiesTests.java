package io.cairn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TrustedProxiesTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9|198.51.100.7|203.0.113.9",
                "10.1.2.3|198.51.100.7|198.51.100.7",
                "10.1.2.3|1.1.1.1, 198.51.100.7|198.51.100.7",
                "10.1.2.3|198.51.100.7, 10.9.9.9|198.51.100.7",
                "10.1.2.3|198.51.100.7:4711|198.51.100.7",
                "10.1.2.3|[2001:db8::1]:4711|2001:db8:0:0:0:0:0:0/64",
                "2001:db8:0:1:7:8:9:a||2001:db8:0:1:0:0:0:0/64",
                "10.1.2.3|nonsense|10.1.2.3",
                "10.1.2.3|198.51.100.7, nonsense|10.1.2.3",
                "10.1.2.3|10.4.4.4|10.4.4.4",
                "11.1.2.3|198.51.100.7|11.1.2.3",
                "fd00:0:0:0:0:0:0:1|198.51.100.7|198.51.100.7",
            })
    void theCallerIsTheNearestAddressThatIsNoProxyOfOurs(String from, String forwarded, String client)
            throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(from);
        request.addHeader("X-Forwarded-For", forwarded == null ? "" : forwarded);
        var chain = new MockFilterChain();
        new ForwardedFilter(TrustedProxies.of("10.0.0.0/8, fd00::/8"))
                .doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(ClientAddress.of((jakarta.servlet.http.HttpServletRequest) chain.getRequest()))
                .isEqualTo(client);
    }

    @Test
    void onlyTrustedProxiesSayThatTheCallerUsedTls() throws Exception {
        assertThat(isSecure("10.0.0.1")).isTrue();
        assertThat(isSecure("11.0.0.1")).isFalse();
    }

    @Test
    void aWrongListIsRefused() {
        assertThatThrownBy(() -> TrustedProxies.of("proxy.example")).hasMessageContaining("proxy.example");
        assertThatThrownBy(() -> TrustedProxies.of("10.0.0.0/33")).hasMessageContaining("10.0.0.0/33");
    }

    private static boolean isSecure(String from) throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(from);
        request.addHeader("X-Forwarded-Proto", "https");
        var chain = new MockFilterChain();
        new ForwardedFilter(TrustedProxies.of("10.0.0.1")).doFilter(request, new MockHttpServletResponse(), chain);
        return chain.getRequest().isSecure();
    }
}
