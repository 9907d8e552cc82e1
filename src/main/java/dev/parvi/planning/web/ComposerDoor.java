package dev.parvi.planning.web;

import dev.parvi.brand.Brand;
import dev.parvi.planning.Advising;
import dev.parvi.planning.AlreadyUnderWay;
import dev.parvi.planning.Approval;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Copying;
import dev.parvi.shared.PostId;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page where posts are written. */
@Controller
@RequestMapping("/b/{handle}/posts")
class ComposerDoor {

    private static final String POST = "/{id:\\d+}";

    private final ComposerDesk desk;
    private final Composing composing;
    private final Copying copying;
    private final Approval approval;
    private final Advising advising;

    ComposerDoor(ComposerDesk desk, Composing composing, Copying copying, Approval approval, Advising advising) {
        this.desk = desk;
        this.composing = composing;
        this.copying = copying;
        this.approval = approval;
        this.advising = advising;
    }

    @PostMapping
    String start(Seat seat, Brand brand) {
        return to(brand, composing.begin(seat), "");
    }

    @GetMapping(POST)
    String open(@PathVariable long id, Seat seat, Brand brand, Model model) {
        model.addAttribute("composer", desk.open(seat, brand, new PostId(id))).addAttribute("advice", advising.all());
        return "planning/web/composer";
    }

    @PostMapping(POST)
    String save(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(name = "files", required = false) List<MultipartFile> files,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Seat seat,
            Brand brand,
            HttpServletResponse response,
            Model model) {
        var sent = files == null
                ? List.<MultipartFile>of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        var composer = desk.save(seat, brand, new PostId(id), form, sent);
        model.addAttribute("composer", composer);
        if (!part) {
            model.addAttribute("advice", advising.all());
            return "planning/web/composer";
        }
        if (sent.isEmpty() && DraftEdit.of(form.getFirst("do")).none()) {
            return "planning/web/kept";
        }
        response.setHeader("HX-Retarget", "#writing");
        response.setHeader("HX-Reswap", "innerHTML");
        return "planning/web/rewritten";
    }

    @PostMapping(POST + "/preview")
    String preview(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "false") boolean cards,
            Seat seat,
            Brand brand,
            Model model) {
        model.addAttribute("composer", desk.draw(seat, brand, new PostId(id), form, cards));
        return "planning/web/drawn";
    }

    @PostMapping(POST + "/copy")
    String copy(@PathVariable long id, Seat seat, Brand brand) {
        return to(brand, copying.copy(seat, new PostId(id)), "?notice=planning.copied");
    }

    @PostMapping(POST + "/deletion")
    String delete(@PathVariable long id, Seat seat, Brand brand) {
        composing.delete(seat, new PostId(id));
        return "redirect:/b/" + brand.handle() + "/posts?notice=planning.deleted";
    }

    /** Asks for a yes where nobody did; answers where somebody asked. */
    @PostMapping(POST + "/approval")
    String approve(
            @PathVariable long id,
            @RequestParam String step,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") int revision,
            Seat seat,
            Brand brand) {
        var said = approval.take(seat, new PostId(id), step, revision, note);
        return to(brand, new PostId(id), "?notice=planning.approval.said." + said);
    }

    /** What went out stays in the record. */
    @ExceptionHandler(AlreadyUnderWay.class)
    String underWay(HttpServletRequest request) {
        var path = request.getRequestURI();
        return "redirect:" + path.substring(0, path.lastIndexOf('/')) + "?notice=planning.underway.kept";
    }

    private static String to(Brand brand, PostId id, String query) {
        return "redirect:/b/" + brand.handle() + "/posts/" + id + query;
    }
}
