package dev.parvi.analysis;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such report in this brand, or none behind that link. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchReport extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchReport() {
        super("No such report", null, false, false);
    }
}
