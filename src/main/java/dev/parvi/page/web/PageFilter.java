package dev.parvi.page.web;

import dev.parvi.brand.Branding;
import dev.parvi.page.Reading;
import dev.parvi.page.Site;
import dev.parvi.platform.Tenant;
import dev.parvi.ui.Face;
import dev.parvi.ui.Pages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Everything below {@code /@<handle>} is that brand's public page: open to all, in the page's own language. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PageFilter extends OncePerRequestFilter {

    private static final Pattern WITHIN = Pattern.compile("/(?:@|%40)([a-z0-9][a-z0-9-]{1,39})(?:/.*)?");

    private final Branding branding;
    private final Reading reading;

    PageFilter(Branding branding, Reading reading) {
        this.branding = branding;
        this.reading = reading;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var uri = request.getRequestURI();
        return !uri.startsWith("/@") && !uri.startsWith("/%40");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = WITHIN.matcher(request.getRequestURI());
        var brand = path.matches() ? branding.named(path.group(1)).orElse(null) : null;
        if (brand == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            Tenant.in(brand, () -> {
                enter(request, reading.site());
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static void enter(HttpServletRequest request, Site site) {
        var brand = site.brand();
        request.setAttribute(Site.class.getName(), site);
        request.setAttribute(Pages.FACE, new Face(brand.handle(), site.name(), brand.accent(), brand.zone()));
        request.setAttribute(Pages.LOCALE, site.locale());
    }
}
