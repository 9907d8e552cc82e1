package dev.parvi.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows the figures of the running desk to this machine, and elsewhere to who holds the token; health is for everybody. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MetricsDoor extends OncePerRequestFilter {

    private static final String HEALTH = "/actuator/health";

    private final byte[] token;

    MetricsDoor(@Value("${parvi.metrics-token:}") String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.contains("/actuator") || path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (here(request) || known(request)) {
            next.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** A proxy on this machine comes from loopback too, but brings the address it speaks for. */
    private static boolean here(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && InetAddress.ofLiteral(request.getLocalAddr()).isLoopbackAddress();
    }

    private boolean known(HttpServletRequest request) {
        var given = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION)).getBytes(StandardCharsets.UTF_8);
        var wanted = ("Bearer " + new String(token, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return token.length > 0 && MessageDigest.isEqual(given, wanted);
    }
}
