package dev.parvi.community.web.conflict;

import dev.parvi.brand.Brand;
import dev.parvi.community.Overseeing;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one case, as it stands or with what was typed and why it was refused. */
@Component
class CasePage {

    private final Overseeing overseeing;

    CasePage(Overseeing overseeing) {
        this.overseeing = overseeing;
    }

    /** @param faults message keys by field */
    String shown(Seat seat, long id, Map<String, String> typed, Map<String, String> faults, Model model) {
        model.addAttribute("file", overseeing.file(seat, id))
                .addAttribute("works", seat.may(Right.MODERATE))
                .addAttribute("typed", typed)
                .addAttribute("faults", faults);
        return "community/web/conflict/file";
    }

    String refused(
            Seat seat,
            long id,
            Map<String, String> typed,
            Map<String, String> faults,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(seat, id, typed, faults, model);
    }

    static String back(Brand brand, long id, String kind, String said) {
        return "redirect:/b/" + brand.handle() + "/conflicts/" + id + "?" + kind + "=community.conflict." + said;
    }

    /** To the case, or to all of them where it isn't known which. */
    static String moved(HttpServletRequest request) {
        var path = request.getRequestURI()
                .replaceFirst("(/conflicts/\\d+).*", "$1")
                .replaceFirst("/inbox/\\d+/conflict$", "/conflicts");
        return "redirect:" + path + "?trouble=community.conflict.moved";
    }
}
