package dev.parvi.team.web;

import dev.parvi.team.NotAMember;
import dev.parvi.team.NotAllowed;
import dev.parvi.ui.Troubles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a member sees whose role does not include what they asked for. */
@ControllerAdvice
class NotAllowedDoor {

    private final Troubles troubles;

    NotAllowedDoor(Troubles troubles) {
        this.troubles = troubles;
    }

    @ExceptionHandler(NotAllowed.class)
    void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        troubles.say("ui.notallowed", HttpServletResponse.SC_FORBIDDEN, "", request, response);
    }

    @ExceptionHandler(NotAMember.class)
    void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        troubles.say("ui.notfound", HttpServletResponse.SC_NOT_FOUND, "", request, response);
    }
}
