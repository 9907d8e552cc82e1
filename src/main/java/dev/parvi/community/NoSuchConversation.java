package dev.parvi.community;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such conversation in this brand, or nothing of that name in it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchConversation extends RuntimeException {

    public NoSuchConversation(String what) {
        super("Not there: " + what);
    }
}
