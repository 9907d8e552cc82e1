package dev.parvi.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where every answer ends that is no page: with words, what to do, and for our own faults a number to find them by. */
@Controller
class ErrorDoor implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorDoor.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Troubles troubles;

    ErrorDoor(Troubles troubles) {
        this.troubles = troubles;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        switch (status) {
            case 404 -> troubles.say("ui.notfound", status, "", request, response);
            case 403 -> troubles.say("ui.notallowed", status, "", request, response);
            case 413 -> troubles.say("ui.toolarge", status, "", request, response);
            default -> {
                var ours = status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
                troubles.say(
                        ours ? "ui.error" : "ui.badrequest", status, ours ? noted(request) : "", request, response);
            }
        }
    }

    private static String noted(HttpServletRequest request) {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        var reference = HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
        LOG.error(
                "Reference {}: {} {}",
                reference,
                request.getMethod(),
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return reference;
    }
}
