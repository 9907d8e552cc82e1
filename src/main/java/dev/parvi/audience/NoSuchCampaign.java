package dev.parvi.audience;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no campaign of that number in this brand. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchCampaign extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchCampaign(long id) {
        super("Not there: campaign " + id);
    }
}
