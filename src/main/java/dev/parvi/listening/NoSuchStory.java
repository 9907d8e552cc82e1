package dev.parvi.listening;

import dev.parvi.shared.StoryId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such story, in this brand at least. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchStory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchStory(StoryId id) {
        super("There is no story " + id);
    }
}
