package dev.parvi.team.web;

import dev.parvi.platform.DeskSettings;
import dev.parvi.team.SigningIn;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may come in where, and what a browser is told never to do with our pages. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                    + "media-src 'self' blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
    /** A tab that stood open for months still carries a good token: what was typed in it can be sent. */
    private static final Duration TOKEN_AGE = Duration.ofDays(400);

    /** What stands below actuator is guarded by platform. */
    private static final String[] OPEN = {
        "/assets/**",
        "/sw.js",
        "/favicon.svg",
        "/@*",
        "/@*/**",
        "/sign-in",
        "/first",
        "/join/**",
        "/handed/**",
        "/report/**",
        "/reset",
        "/reset/**",
        "/actuator/**",
        "/error"
    };

    /** A span for each of the filters cost a tenth of a page and told nobody anything. */
    @Bean
    static SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, SigningIn signingIn, SignInCookie cookie, TurnedAway turnedAway, DeskSettings settings) {
        var secure = "https".equals(settings.publicAddress().getScheme());
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens(secure))
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .sessionAuthenticationStrategy((authentication, request, response) -> {}))
                .addFilterBefore(new SignedInFilter(signingIn, cookie), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(asked -> asked.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway));
        return headers(http).build();
    }

    private static HttpSecurity headers(HttpSecurity http) {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS)));
    }

    private static CookieCsrfTokenRepository tokens(boolean secure) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.sameSite("Lax").secure(secure).httpOnly(true).maxAge(TOKEN_AGE));
        return tokens;
    }
}
