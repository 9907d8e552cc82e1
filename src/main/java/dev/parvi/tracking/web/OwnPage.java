package dev.parvi.tracking.web;

import dev.parvi.page.PageFollowed;
import dev.parvi.page.Site;
import dev.parvi.tracking.Collecting;
import dev.parvi.tracking.Redirecting.Caller;
import dev.parvi.tracking.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The brand's own page reports as its site does, without a script: who landed there by a link, and who then follows it. */
@Component
class OwnPage implements HandlerInterceptor {

    private final Collecting collecting;
    private final Clock clock;

    OwnPage(Collecting collecting, Clock clock) {
        this.collecting = collecting;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var code = request.getParameter("pv");
        if (code != null
                && request.getMethod().equals("GET")
                && request.getAttribute(Site.class.getName()) instanceof Site site) {
            collecting.landedHere(site.brand().id(), caller(request), code);
        }
        return true;
    }

    @EventListener
    void followed(PageFollowed said) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked) {
            var told = Told.of("subscribed", clock.instant(), null, "", "follower " + said.follower(), "", "");
            collecting.didHere(said.brand(), caller(asked.getRequest()), told);
        }
    }

    private static Caller caller(HttpServletRequest request) {
        return new Caller(request.getRemoteAddr(), request.getHeader("User-Agent"), false);
    }

    @Configuration(proxyBeanMethods = false)
    static class Watched implements WebMvcConfigurer {

        private final OwnPage page;

        Watched(OwnPage page) {
            this.page = page;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(page).addPathPatterns("/@*", "/@*/**");
        }
    }
}
