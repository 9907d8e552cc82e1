package dev.parvi.tracking.web;

import dev.parvi.tracking.Collecting;
import dev.parvi.tracking.Collecting.Answer;
import dev.parvi.tracking.Collecting.Reporter;
import dev.parvi.tracking.Redirecting.Caller;
import dev.parvi.tracking.Told;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * {@code /t/…}: the script for the brand's site, what it reports, and what servers tell. In front of sessions and security, for no
 * browser is signed in there and no cookie is read.
 */
final class CollectFilter implements Filter {

    private static final String AT = "/t/";
    private static final int BODY_MOST = 2_000;

    private final Collecting collecting;
    private final ServerDoor servers;
    private final SiteScript script;
    private final Clock clock;

    private CollectFilter(Collecting collecting, ServerDoor servers, SiteScript script, Clock clock) {
        this.collecting = collecting;
        this.servers = servers;
        this.script = script;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) asked;
        var response = (HttpServletResponse) answered;
        var method = request.getMethod();
        var door = request.getRequestURI().substring(AT.length());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (door.equals("parvi.js") && (method.equals("GET") || method.equals("HEAD"))) {
            script.write(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (door.equals("hello") || door.equals("event")) {
            browser(door, request, response);
        } else if (door.equals("conversions") || door.equals("calls")) {
            servers.answer(door, request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Sent as plain text, so that no browser has to ask first; one that asks is told what may be. */
    private void browser(String door, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Vary", "Origin");
        if (request.getMethod().equals("OPTIONS")) {
            allow(request, response);
            response.setHeader("Access-Control-Allow-Methods", "POST");
            response.setHeader("Access-Control-Allow-Headers", "content-type");
            response.setHeader("Access-Control-Max-Age", "86400");
            response.setStatus(Answer.TAKEN.status());
            return;
        }
        if (!request.getMethod().equals("POST")) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var said = Body.read(request, BODY_MOST);
        if (said.isEmpty()) {
            response.setStatus(Answer.WRONG.status());
        } else if (door.equals("hello")) {
            hello(said.get(), request, response);
        } else {
            response.setStatus(event(said.get(), request, response).status());
        }
    }

    private void hello(Body said, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reporter = reporter(said, request);
        var code = said.text("l", 20);
        var answer = code.isEmpty() && collecting.welcome(reporter.site(), reporter.origin())
                ? Answer.TAKEN
                : collecting.landed(reporter, code);
        if (answer != Answer.TAKEN) {
            response.setStatus(answer.status());
            return;
        }
        allow(request, response);
        var number = said.is("t") ? collecting.number(reporter, code) : Optional.<String>empty();
        if (number.isEmpty()) {
            response.setStatus(answer.status());
        } else {
            response.setContentType("application/json;charset=UTF-8");
            response.getOutputStream().write(Body.tel(number.get()));
        }
    }

    private Answer event(Body said, HttpServletRequest request, HttpServletResponse response) {
        var value = said.amount("v");
        if (value.isPresent() && value.get().isEmpty()) {
            return Answer.WRONG;
        }
        var told = Told.of(
                said.text("n", 60),
                clock.instant(),
                value.flatMap(each -> each).orElse(null),
                said.text("c", 10),
                said.text("i", Told.KEY_MOST + 1),
                said.text("l", 20),
                said.text("p", 60));
        var answer = collecting.did(reporter(said, request), told);
        if (answer != Answer.FOREIGN) {
            allow(request, response);
        }
        return answer;
    }

    private static void allow(HttpServletRequest request, HttpServletResponse response) {
        var origin = request.getHeader("Origin");
        if (origin != null) {
            response.setHeader("Access-Control-Allow-Origin", origin);
        }
    }

    private static Reporter reporter(Body said, HttpServletRequest request) {
        var caller = new Caller(request.getRemoteAddr(), request.getHeader("User-Agent"), false);
        return new Reporter(
                said.text("s", 20),
                Objects.requireNonNullElse(request.getHeader("Origin"), ""),
                caller,
                said.text("m", 64));
    }

    @Configuration(proxyBeanMethods = false)
    static class InFront {

        @Bean
        FilterRegistrationBean<CollectFilter> collected(
                Collecting collecting, ServerDoor servers, SiteScript script, Clock clock) {
            var bean = new FilterRegistrationBean<>(new CollectFilter(collecting, servers, script, clock));
            bean.addUrlPatterns(AT + "*");
            bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return bean;
        }
    }
}
