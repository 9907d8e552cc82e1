package dev.parvi.tracking.web;

import dev.parvi.tracking.Redirecting;
import dev.parvi.tracking.Redirecting.Caller;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@code /l/<code>}: answers in front of sessions, security and everything else, for there is nothing to guard: where it leads
 * stands in the table, and nothing that the caller sends gets into the answer.
 */
final class LinkFilter implements Filter {

    private static final String AT = "/l/";

    private final Redirecting redirecting;

    private LinkFilter(Redirecting redirecting) {
        this.redirecting = redirecting;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        answer((HttpServletRequest) asked, (HttpServletResponse) answered);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        var head = request.getMethod().equals("HEAD");
        if (!head && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var caller = new Caller(
                request.getRemoteAddr(), request.getHeader("User-Agent"), head || ahead(request) || embedded(request));
        var way = redirecting.way(request.getRequestURI().substring(AT.length()), caller);
        if (way.busy()) {
            response.setHeader("Retry-After", "2");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (way.target() == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            lost(response);
        } else {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", way.target());
            response.setHeader("Referrer-Policy", "strict-origin");
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
        }
    }

    private static void lost(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("404\n");
    }

    private static boolean ahead(HttpServletRequest request) {
        return says(request.getHeader("Sec-Purpose"), "prefetch")
                || says(request.getHeader("Purpose"), "pre")
                || says(request.getHeader("X-Purpose"), "pre")
                || says(request.getHeader("X-Moz"), "prefetch");
    }

    /** Somebody's page that shows the link as a picture makes nobody come. */
    private static boolean embedded(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate");
    }

    private static boolean says(@Nullable String header, String word) {
        return header != null && header.regionMatches(true, 0, word, 0, word.length());
    }

    /** The same in Tomcat, before it looks for a servlet and puts a chain of filters together. */
    private static final class InTomcat extends ValveBase {

        private final LinkFilter links;

        InTomcat(LinkFilter links) {
            super(true);
            this.links = links;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            // What Tomcat has found wrong with a request already (its host, its length) stays wrong.
            if (!response.isErrorReportRequired() && request.getRequestURI().startsWith(AT)) {
                links.answer(request, response);
            } else {
                getNext().invoke(request, response);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class InFront {

        @Bean
        FilterRegistrationBean<LinkFilter> trackedLinks(Redirecting redirecting) {
            var bean = new FilterRegistrationBean<>(new LinkFilter(redirecting));
            bean.addUrlPatterns(AT + "*");
            bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return bean;
        }

        /** Behind the valve that knows whom a proxy speaks for, which is there by then. */
        @Bean
        @Order
        static WebServerFactoryCustomizer<TomcatServletWebServerFactory> trackedLinksInTomcat(
                ObjectProvider<Redirecting> redirecting) {
            return tomcat -> tomcat.addEngineValves(new InTomcat(new LinkFilter(redirecting.getObject())));
        }
    }
}
