package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parvi.platform.CallFailed.Kind;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.0.1",
                "169.254.169.254",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "198.51.100.7",
                "203.0.113.9",
                "198.18.0.1",
                "198.19.255.255",
                "192.88.99.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "ff0e::1",
                "100::1",
                "2001:db8::1",
                "3fff::1",
                "5f00::1",
                "4000::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "::a00:1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::10.1.2.3",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2002:a9fe:a9fe::1",
                "2002:c0a8:101::1",
                "2001:0:7f00:1::",
                "2001:0:4136:e378:8000:63bf:80ff:fffe",
                "2001::f5ff:fffe",
                "2001:20::1",
                "2a00:1450::5efe:10.0.0.1",
                "2a00:1450::200:5efe:127.0.0.1"
            })
    void what_is_not_public_is_forbidden(String address) { // limit: 80 because it is a table
        assertThat(ForbiddenAddresses.contain(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2606:4700:4700::1111",
                "2a00:1450:4010::8a",
                "2001:4860:4860::8888",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2a00:1450::5efe:8.8.8.8"
            })
    void what_is_public_is_not(String address) {
        assertThat(ForbiddenAddresses.contain(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://0x7f.1/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://127.0.1/",
                "http://017700000001/",
                "http://0x7f.0.0.1/",
                "http://127.0.0.01/",
                "http://127.0.0.1./",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://example.0x7f/",
                "http://0x/",
                "http://\uff11\uff12\uff17.0.0.1.1/",
                "http://user@example.org/",
                "http://user:word@example.org/",
                "http://example.org@127.0.0.1/",
                "http://127.0.0.1%40example.org@[::1]/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "jar:http://example.org!/",
                "mailto:a@example.org",
                "//example.org/"
            })
    void doubtful_forms_are_forbidden_whatever_they_stand_for(String address) {
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> Destination.of(URI.create(address)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS))
                .satisfies(e -> assertThat(e.maybeSent()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:///path",
                "http://[127.0.0.1]/",
                "http://[fe80::1%25eth0]/",
                "http://exa%6dple.org/",
                "http://example.org:0/",
                "http://example.org:65536/",
                "http://.example.org/",
                "http://-a.example.org/",
                "http://a..example.org/"
            })
    void what_cannot_be_read_is_malformed(String written) {
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> Destination.of(uri(written)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.MALFORMED));
    }

    /** Some of these are no URI to begin with, which is as good a refusal. */
    private static URI uri(String written) throws CallFailed {
        try {
            return URI.create(written);
        } catch (IllegalArgumentException e) {
            throw new CallFailed(Kind.MALFORMED, false, "no address");
        }
    }

    @Test
    void an_address_is_called_as_it_is_written() throws CallFailed {
        assertThat(Destination.of(URI.create("HTTPS://Example.ORG/a%20b?q=%C3%A4&r#part"))
                        .address())
                .hasToString("https://example.org/a%20b?q=%C3%A4&r");
        assertThat(Destination.of(URI.create("http://example.org:8080")).address())
                .hasToString("http://example.org:8080/");
        assertThat(Destination.of(URI.create("http://пример.рф/путь")).address())
                .hasToString("http://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C");
        assertThat(Destination.of(URI.create("http://[2A00::1]:81/x")).address())
                .hasToString("http://[2a00::1]:81/x");
    }
}
