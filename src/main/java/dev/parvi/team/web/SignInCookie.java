package dev.parvi.team.web;

import dev.parvi.platform.DeskSettings;
import dev.parvi.team.Device;
import dev.parvi.team.SigningIn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie that holds the token of a signed-in browser. */
@Component
class SignInCookie {

    static final String NAME = "parvi";

    private final boolean secure;

    SignInCookie(DeskSettings settings) {
        this.secure = "https".equals(settings.publicAddress().getScheme());
    }

    Optional<String> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(each -> NAME.equals(each.getName()))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    void write(HttpServletResponse response, String token) {
        put(response, token, SigningIn.IDLE);
    }

    void drop(HttpServletResponse response) {
        put(response, "", Duration.ZERO);
    }

    static Device device(HttpServletRequest request) {
        return new Device(
                Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""), request.getRemoteAddr());
    }

    private void put(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
