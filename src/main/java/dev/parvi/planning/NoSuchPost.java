package dev.parvi.planning;

import dev.parvi.shared.PostId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such post in this brand. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchPost extends RuntimeException {

    public NoSuchPost(PostId id) {
        super("No post " + id);
    }
}
