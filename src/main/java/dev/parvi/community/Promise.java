package dev.parvi.community;

import dev.parvi.shared.AccountId;
import dev.parvi.text.Mark;
import java.util.Optional;

/**
 * Within which time somebody is answered. The most exact promise holds: one for the account before one for all, one for a mark
 * before one for any.
 *
 * @param account empty for all
 * @param mark empty for any
 * @param minutes 1 to {@link Promising#LONGEST}
 */
public record Promise(long id, Optional<AccountId> account, Optional<Mark> mark, int minutes) {}
