package dev.parvi.listening;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no topic, or rule, of that number in the brand. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchTopic extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchTopic(String which) {
        super("There is no " + which);
    }
}
