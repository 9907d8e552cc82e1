package dev.parvi.listening.web;

import dev.parvi.listening.Subscribing;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where hubs ask and tell. They sign in by a path that nobody can guess, and by their signature. */
@RestController
@RequestMapping("/websub/{path}")
class HubDoor {

    private static final int MOST_BYTES = 2_000_000;

    private final Subscribing subscribing;

    HubDoor(Subscribing subscribing) {
        this.subscribing = subscribing;
    }

    @GetMapping
    ResponseEntity<String> confirm(
            @PathVariable UUID path,
            @RequestParam("hub.mode") String mode,
            @RequestParam("hub.topic") String topic,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge,
            @RequestParam(name = "hub.lease_seconds", defaultValue = "0") long seconds) {
        return subscribing
                .confirm(path, mode, topic, challenge, seconds)
                .map(answer ->
                        ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(answer))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping
    ResponseEntity<Void> told(
            @PathVariable UUID path,
            @RequestHeader(name = "x-hub-signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(413).build();
        }
        var type = request.getContentType() == null ? "" : request.getContentType();
        return subscribing.told(path, signature, type, body)
                ? ResponseEntity.accepted().build()
                : ResponseEntity.status(410).build();
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        @Order(1)
        SecurityFilterChain hubDoor(HttpSecurity http) throws Exception {
            return http.securityMatcher("/websub/**")
                    .csrf(AbstractHttpConfigurer::disable)
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .authorizeHttpRequests(asked -> asked.anyRequest().permitAll())
                    .build();
        }
    }
}
