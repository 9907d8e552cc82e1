package dev.parvi.team.web;

import dev.parvi.ui.Troubles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * What somebody gets who isn't signed in, or whose form lacks its token. A page asked for leads to the sign-in; what was
 * typed is never thrown away: it's shown again with a button to send it after signing in beside.
 */
@Component
class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Troubles troubles;

    TurnedAway(Troubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (isWhole(request)) {
            response.sendRedirect("/sign-in?then=" + URLEncoder.encode(asked(request), StandardCharsets.UTF_8));
        } else {
            troubles.signedOut(request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        troubles.stale(request, response);
    }

    private static boolean isWhole(HttpServletRequest request) {
        var reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        return reads && request.getHeader("HX-Request") == null;
    }

    private static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
