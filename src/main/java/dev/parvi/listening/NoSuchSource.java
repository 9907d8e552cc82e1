package dev.parvi.listening;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No source of that number in this brand. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchSource extends RuntimeException {

    public NoSuchSource() {
        super("There is no such source");
    }
}
