package dev.parvi.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one address of the desk that networks send people back to; it leads on to the brand they came from. */
@Controller
class BackDoor {

    private static final Pattern STATE = Pattern.compile("([a-z0-9][a-z0-9-]{1,39})\\.([a-z]+)\\.[A-Za-z0-9_-]+");

    @GetMapping("/accounts/back")
    ResponseEntity<Void> back(@RequestParam(defaultValue = "") String state, HttpServletRequest request) {
        var known = STATE.matcher(state);
        var on = known.matches()
                ? "/b/" + known.group(1) + "/accounts/networks/" + known.group(2) + "/back?" + request.getQueryString()
                : "/";
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(on)).build();
    }
}
