package dev.parvi.planning.web.calendar;

import dev.parvi.shared.AccountId;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

/** A free slot as a form names it: the account's number, an @ and the time on the wall. */
record FreeSlot(AccountId account, LocalDateTime at) {

    /** @throws IllegalArgumentException where it names none, which is answered as a bad request */
    public static FreeSlot of(String typed) {
        var at = typed.indexOf('@');
        try {
            return new FreeSlot(
                    new AccountId(Long.parseLong(typed.substring(0, Math.max(at, 0)))),
                    LocalDateTime.parse(typed.substring(at + 1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
