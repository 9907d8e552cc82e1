package dev.parvi.page.web;

import dev.parvi.page.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Tells whether a reader has a page already as it would be drawn now, so that it needn't be. A page is drawn of what it
 * shows, the form token of its reader, and the hour, since what is sealed into its forms is good for a day.
 */
final class Mark {

    /** A desk that was started anew may draw otherwise. */
    private static final Instant STARTED = Instant.now();

    private static final Duration DRAWN_ANEW = Duration.ofHours(6);

    private Mark() {}

    /** Answers 304 then, and there is nothing left to do. */
    static boolean known(
            Site site, Object shown, Instant now, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        var token = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf ? csrf.getToken() : "";
        var all = STARTED + "\n" + now.getEpochSecond() / DRAWN_ANEW.toSeconds() + "\n" + token + "\n"
                + request.getQueryString() + "\n" + site + "\n" + shown;
        return new ServletWebRequest(request, response).checkNotModified("W/\"" + hash(all) + "\"");
    }

    private static String hash(String all) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
