package dev.parvi.team.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Metrics are for this machine itself, or for whoever holds the token that was set for them. */
class MetricsReader implements AuthorizationManager<RequestAuthorizationContext> {

    private final String token;

    MetricsReader(String token) {
        this.token = token;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> asker, RequestAuthorizationContext context) {
        var request = context.getRequest();
        return new AuthorizationDecision(
                isHere(request.getRemoteAddr()) || holds(request.getHeader(HttpHeaders.AUTHORIZATION)));
    }

    private boolean holds(@Nullable String header) {
        return !token.isEmpty()
                && header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isHere(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
