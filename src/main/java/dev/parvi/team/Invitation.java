package dev.parvi.team;

import dev.parvi.shared.BrandId;
import java.time.Instant;
import java.util.Set;

/**
 * A seat in a brand that waits for whoever holds its link.
 *
 * @param email who was invited; empty where the link was handed over by hand
 * @param by who invited
 */
public record Invitation(
        long id,
        BrandId brand,
        String brandName,
        String brandHandle,
        String email,
        Set<Role> roles,
        String by,
        Instant expiresAt) {}
