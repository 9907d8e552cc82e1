package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class MetricsDoorTest {

    private static final String FIGURES = "/actuator/prometheus";
    private static final String HERE = "127.0.0.1";
    private static final String THERE = "203.0.113.7";

    @Test
    void this_machine_sees_the_figures() throws Exception {
        assertThat(opens("", FIGURES, HERE, null)).isTrue();
        assertThat(opens("", FIGURES, "::1", null)).isTrue();
    }

    @Test
    void nobody_else_does_without_a_token() throws Exception {
        assertThat(opens("", FIGURES, THERE, null)).isFalse();
        assertThat(opens("", FIGURES, THERE, "Bearer ")).isFalse();
        assertThat(opens("kissa", FIGURES, THERE, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer koira", "Bearer kissa2", "Bearer kiss", "bearer kissa", "kissa", "Basic kissa", "null"})
    void nor_with_a_wrong_one(String said) throws Exception {
        assertThat(opens("kissa", FIGURES, THERE, said)).isFalse();
    }

    @Test
    void who_holds_the_token_does() throws Exception {
        assertThat(opens("kissa", FIGURES, THERE, "Bearer kissa")).isTrue();
    }

    @Test
    void a_proxy_on_this_machine_speaks_for_somebody_elsewhere() throws Exception {
        // Tomcat puts the address that the proxy names in place of the proxy's own.
        assertThat(opens("", FIGURES, THERE, null)).isFalse();
    }

    @Test
    void somebody_on_this_machine_who_comes_by_its_public_address_needs_the_token() throws Exception {
        var request = request(FIGURES, HERE, null);
        request.setLocalAddr(THERE);
        assertThat(opens("", request)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/b/kahvila/today", "/"})
    void health_and_all_other_pages_are_none_of_its_business(String path) throws Exception {
        assertThat(opens("kissa", path, THERE, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/", "/actuator/healthy", "/actuator/env", "//actuator/prometheus"})
    void everything_else_below_actuator_is(String path) throws Exception {
        assertThat(opens("kissa", path, THERE, null)).isFalse();
    }

    private static boolean opens(String token, String path, String from, @Nullable String said) throws Exception {
        return opens(token, request(path, from, said));
    }

    private static boolean opens(String token, MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        var behind = new MockFilterChain();
        new MetricsDoor(token).doFilter(request, response, behind);
        var passed = behind.getRequest() != null;
        assertThat(response.getStatus()).isEqualTo(passed ? 200 : 404);
        return passed;
    }

    private static MockHttpServletRequest request(String path, String from, @Nullable String said) {
        var request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(from);
        request.setLocalAddr(HERE);
        if (said != null) {
            request.addHeader("Authorization", said);
        }
        return request;
    }
}
