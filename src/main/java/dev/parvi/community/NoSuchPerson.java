package dev.parvi.community;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is nobody of that number in this brand. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchPerson extends RuntimeException {

    public NoSuchPerson(long profile) {
        super("Not there: profile " + profile);
    }
}
