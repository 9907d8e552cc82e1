package dev.parvi.page.web;

import dev.parvi.page.Site;
import dev.parvi.page.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Knows a visitor again who has done something on this page before; reading alone leaves no mark. */
final class VisitorCookie {

    private static final String NAME = "visitor";
    private static final int BYTES = 18;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private VisitorCookie() {}

    static Optional<Visitor> known(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(cookie -> cookie.getValue())
                .filter(token -> TOKEN.matcher(token).matches())
                .findFirst()
                .map(token -> new Visitor(token, request.getRemoteAddr()));
    }

    /** The visitor, from now on known for a year, on this brand's page only. */
    static Visitor kept(Site site, HttpServletRequest request, HttpServletResponse response) {
        var visitor = known(request).orElseGet(() -> new Visitor(fresh(), request.getRemoteAddr()));
        var cookie = ResponseCookie.from(NAME, visitor.token())
                .path(site.at(""))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return visitor;
    }

    private static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
