package dev.parvi.team.web;

import dev.parvi.team.Member;
import dev.parvi.team.SignedIn;
import dev.parvi.team.SigningIn;
import dev.parvi.ui.Pages;
import dev.parvi.ui.Who;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows who asks by the cookie of their browser, and says so on the request. */
class SignedInFilter extends OncePerRequestFilter {

    private final SigningIn signingIn;
    private final SignInCookie cookie;

    SignedInFilter(SigningIn signingIn, SignInCookie cookie) {
        this.signingIn = signingIn;
        this.cookie = cookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        cookie.read(request)
                .flatMap(token -> signingIn.known(token, request.getRemoteAddr()))
                .ifPresent(session -> say(request, session));
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    private static void say(HttpServletRequest request, SignedIn session) {
        var member = session.member();
        request.setAttribute(SignedIn.class.getName(), session);
        request.setAttribute(Member.class.getName(), member);
        request.setAttribute(Pages.WHO, new Who(member.name(), member.language()));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(member, null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
