package dev.parvi.analysis.web.circulars;

import dev.parvi.analysis.Unsubscribing;
import dev.parvi.analysis.Unsubscribing.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where a report by mail is stopped by whoever gets it. Looking changes nothing, since mail programs look at links by themselves; one POST does it, the
 * button's or that of the mail program (RFC 8058), which has no token to show: the secret in the address is all that's needed.
 */
@Controller
@RequestMapping("/report/stop/{secret:[A-Za-z0-9_-]{20,60}}")
class StopDoor {

    private final Unsubscribing unsubscribing;

    StopDoor(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @GetMapping
    String look(@PathVariable String secret, Model model, HttpServletResponse response) {
        return shown(unsubscribing.look(secret), secret, model, response);
    }

    @PostMapping
    String stop(@PathVariable String secret, Model model, HttpServletResponse response) {
        return shown(unsubscribing.stop(secret), secret, model, response);
    }

    private static String shown(Optional<Reading> reading, String secret, Model model, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (reading.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("key", "analysis.circular.gone");
            return "ui/trouble";
        }
        model.addAttribute("reading", reading.get()).addAttribute("secret", secret);
        return "analysis/web/circulars/stop";
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        @Order(1)
        SecurityFilterChain stopDoor(HttpSecurity http) throws Exception {
            return http.securityMatcher(
                            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/report/stop/*"))
                    .csrf(AbstractHttpConfigurer::disable)
                    .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")))
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .authorizeHttpRequests(asked -> asked.anyRequest().permitAll())
                    .build();
        }
    }
}
