package dev.parvi.community.web;

import dev.parvi.brand.Brand;
import dev.parvi.community.CannotAnswer;
import dev.parvi.community.CannotGather;
import dev.parvi.community.Echoing;
import dev.parvi.community.Gathering;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Page;
import dev.parvi.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Reviews of places that nobody reads for us: taken in from a table, and answered there by a person. */
@Controller
@RequestMapping("/b/{handle}/inbox")
class ReviewsDoor {

    private static final String FORM = "community/web/reviews";
    private static final String LINES = "community/web/reviewlines";

    private final Gathering gathering;
    private final Echoing echoing;
    private final Pages pages;

    ReviewsDoor(Gathering gathering, Echoing echoing, Pages pages) {
        this.gathering = gathering;
        this.echoing = echoing;
        this.pages = pages;
    }

    @GetMapping("/reviews")
    String form(Seat seat, Model model) {
        seat.needs(Right.MODERATE);
        return shown(model, "", null);
    }

    @PostMapping("/reviews")
    String preview(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String place,
            Seat seat,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new CannotGather("community.reviews.nofile");
            }
            var usual = place.matches("\\d{1,18}")
                    ? Optional.of(new AccountId(Long.parseLong(place)))
                    : Optional.<AccountId>empty();
            model.addAttribute("result", gathering.preview(seat, file.getBytes(), usual));
            return LINES;
        } catch (CannotGather e) {
            seat.needs(Right.MODERATE);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(model, place, e);
        }
    }

    @PostMapping("/reviews/{file:\\d+}/confirmation")
    String confirm(@PathVariable long file, Seat seat, Model model, HttpServletResponse response) {
        var result = gathering.confirm(seat, file);
        if (result.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return shown(model, "", new CannotGather("community.reviews.gone"));
        }
        model.addAttribute("result", result.get());
        return LINES;
    }

    /** A table to begin with, in the reader's words. */
    @GetMapping(value = "/reviews/example.csv")
    ResponseEntity<byte[]> example(Seat seat, HttpServletRequest request) {
        seat.needs(Right.MODERATE);
        var place =
                gathering.places().stream().findFirst().map(each -> each.name()).orElse("");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reviews.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(table(pages.of(request), place).getBytes(StandardCharsets.UTF_8));
    }

    /** Spreadsheets take a file for UTF-8 only when it begins with its mark. */
    private static String table(Page page, String place) {
        var name = cell(place);
        return "\uFEFFplace,author,stars,text,date,address,id,answer,answered\r\n"
                + name + ",Anna,5," + cell(page.t("community.reviews.example.one"))
                + ",2026-11-02,https://example.org/r/1,r-1,,\r\n"
                + name + ",Bert,2," + cell(page.t("community.reviews.example.two"))
                + ",1.11.2026 18:30,,r-2," + cell(page.t("community.reviews.example.answer")) + ",2026-11-02\r\n";
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @PostMapping("/{id:\\d+}/elsewhere")
    String answered(
            @PathVariable long id,
            @RequestParam long comment,
            @RequestParam(defaultValue = "") String text,
            @RequestParam UUID key,
            @RequestParam Map<String, String> parameters,
            Seat seat,
            Brand brand) {
        try {
            echoing.answered(seat, new ConversationId(id), new CommentId(comment), text, key);
            return AnswerDoor.back(brand, id, parameters, "notice", "community.answered.noted");
        } catch (CannotAnswer e) {
            return AnswerDoor.back(
                    brand,
                    id,
                    parameters,
                    "trouble",
                    "community.answer.cannot." + e.why().name());
        }
    }

    private String shown(Model model, String place, @Nullable CannotGather refused) {
        model.addAttribute("places", gathering.places())
                .addAttribute("place", place)
                .addAttribute("refused", refused);
        return FORM;
    }
}
