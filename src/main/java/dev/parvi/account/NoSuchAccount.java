package dev.parvi.account;

import dev.parvi.shared.AccountId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such account in this brand. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchAccount extends RuntimeException {

    public NoSuchAccount(AccountId id) {
        super("No account " + id);
    }
}
