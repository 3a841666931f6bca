package io.cairn.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where connectors may go. */
class PlacesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:8.8.8.8",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1"
            })
    void privateAndReservedAddressesAreNotPublic(String literal) {
        boolean isPublic = PublicAddress.is(InetAddress.ofLiteral(literal));
        assertThat(isPublic && !literal.equals("::ffff:8.8.8.8")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.1.1.1",
                "128.0.0.1",
                "169.253.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.1.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "2001:4860:4860::8888"
            })
    void whatLiesBesideThemIsPublic(String literal) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "010.0.0.1",
                "1.2.3.4.5",
                "256.1.1.1",
                "::1%eth0",
                "fe80::1%1",
                "[::1",
                "a b",
                "",
                ".",
                "-a.example",
                "a..b",
                "host/path",
                "user@host",
                "host:80:90",
                "example.0x1",
                "127.0.0.1%00",
                "exa\u0000mple.com"
            })
    void addressesInDisguiseAreNoHosts(String typed) {
        assertThat(HostName.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Data.Example.COM, data.example.com",
        "data.example.com., data.example.com",
        "bücher.example, xn--bcher-kva.example",
        "１２７.0.0.1, 127.0.0.1",
        "127。0。0。1, 127.0.0.1",
        "[::1], 0:0:0:0:0:0:0:1",
        "::ffff:127.0.0.1, 127.0.0.1",
        "db_1.internal, db_1.internal",
    })
    void hostsHaveOneForm(String typed, String host) {
        assertThat(HostName.of(typed)).contains(new HostName(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/", "file:///etc/passwd", "//example.com", "https://me:word@example.com/",
                "https://example.com/#part", "https://example.com\\@127.0.0.1/", "https://", "https:///path",
                "https://example.com:0/", "https://example.com:65536/", "https://0x7f.1/", "http://2130706433/",
                "https://example.com/a b", "https://example.com/a\r\nX: y", "gopher://example.com",
                        "https://[::1%25eth0]/"
            })
    void onlyPlainWebAddressesAreEndpoints(String typed) {
        assertThat(Endpoint.of(typed)).isEmpty();
    }

    @Test
    void anEndpointKnowsItsParts() {
        assertThat(Endpoint.of("HTTPS://Example.com/api/v1?x=1")).get().satisfies(endpoint -> {
            assertThat(endpoint.uri()).hasToString("https://example.com:443/api/v1?x=1");
            assertThat(endpoint.host().text()).isEqualTo("example.com");
        });
        assertThat(Endpoint.of("http://[::1]:8080?x")).get().satisfies(endpoint -> {
            assertThat(endpoint.port()).isEqualTo(8080);
            assertThat(endpoint.target()).isEqualTo("/?x");
        });
    }

    @Test
    void oneHostMayHaveManyAddressesButNonePrivate() {
        assertThat(pin("1.1.1.1", "2606:4700::1111").addresses()).hasSize(2);
        refused("1.1.1.1", "10.0.0.1");
        refused("127.0.0.1");
        refused("169.254.169.254");
    }

    @Test
    void anAdministratorsListOpensAHostOrOnePortOfIt() {
        assertThat(pin(Set.of("data.example.com"), "10.0.0.1").addresses()).hasSize(1);
        assertThat(pin(Set.of("data.example.com:443"), "10.0.0.1").addresses()).hasSize(1);
        assertThatThrownBy(() -> pin(Set.of("data.example.com:8080", "example.com"), "10.0.0.1"))
                .hasMessageContaining("HOST_NOT_ALLOWED");
    }

    @Test
    void aHostIsAskedForOnce() {
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        var reach = new Reach(host -> {
            String answer = asked.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1";
            return new InetAddress[] {InetAddress.ofLiteral(answer)};
        });
        Destination pinned = reach.pin(new HostName("rebound.example.com"), 80, Set.of(), "source.host");
        assertThat(asked).hasValue(1);
        assertThat(pinned.addresses()).containsExactly(InetAddress.ofLiteral("1.1.1.1"));
    }

    private static void refused(String... addresses) {
        assertThatThrownBy(() -> pin(addresses)).hasMessageContaining("HOST_NOT_ALLOWED");
    }

    private static Destination pin(String... addresses) {
        return pin(Set.of(), addresses);
    }

    private static Destination pin(Set<String> allowed, String... addresses) {
        var reach = new Reach(
                host -> Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
        return reach.pin(new HostName("data.example.com"), 443, allowed, "source.host");
    }
}
