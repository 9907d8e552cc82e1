package dev.parvi.brand.web;

import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Tenant;
import dev.parvi.team.Member;
import dev.parvi.team.Seat;
import dev.parvi.team.SignedIn;
import dev.parvi.team.SigningIn;
import dev.parvi.ui.Face;
import dev.parvi.ui.Pages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Everything below {@code /b/<handle>} is done for that brand and by a member with a seat in it; to anybody else there is
 * nothing. It stands behind the security filters, which have said who asks.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class BrandFilter extends OncePerRequestFilter {

    private static final Pattern WITHIN = Pattern.compile("/b/([a-z0-9][a-z0-9-]{1,39})(?:/.*)?");

    private final Branding branding;
    private final SigningIn signingIn;

    BrandFilter(Branding branding, SigningIn signingIn) {
        this.branding = branding;
        this.signingIn = signingIn;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getRequestURI() + "/").startsWith("/b/");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = WITHIN.matcher(request.getRequestURI());
        var entered = path.matches() ? entered(request, path.group(1)) : Optional.<Branding.Entered>empty();
        if (entered.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            Tenant.in(entered.get().brand().id(), () -> {
                enter(request, entered.get());
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Optional<Branding.Entered> entered(HttpServletRequest request, String handle) {
        return request.getAttribute(Member.class.getName()) instanceof Member member
                ? branding.enter(member.id(), handle)
                : Optional.empty();
    }

    private void enter(HttpServletRequest request, Branding.Entered entered) {
        var brand = entered.brand();
        var seat = entered.seat();
        request.setAttribute(Seat.class.getName(), seat);
        request.setAttribute(Brand.class.getName(), brand);
        request.setAttribute(Pages.FACE, new Face(brand.handle(), brand.name(), brand.accent(), brand.zone()));
        request.setAttribute(Pages.ROLES, seat.roles().stream().map(Enum::name).collect(Collectors.toSet()));
        if (request.getAttribute(SignedIn.class.getName()) instanceof SignedIn session
                && !session.lastBrand().equals(brand.handle())) {
            signingIn.workedIn(session, brand.handle());
        }
    }
}
