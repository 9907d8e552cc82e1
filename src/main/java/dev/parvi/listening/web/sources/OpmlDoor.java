package dev.parvi.listening.web.sources;

import dev.parvi.brand.Brand;
import dev.parvi.listening.CannotImport;
import dev.parvi.listening.ImportedLines;
import dev.parvi.listening.Importing;
import dev.parvi.listening.NoSuchSource;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Lists of feeds, in and out. What comes in is read in the background while its page says how far that is. */
@Controller
@RequestMapping("/b/{handle}/news")
class OpmlDoor {

    private final Importing importing;
    private final ImportedLines lines;

    OpmlDoor(Importing importing, ImportedLines lines) {
        this.importing = importing;
        this.lines = lines;
    }

    @GetMapping("/sources/opml")
    String form(Model model) {
        model.addAttribute("fault", "");
        return "listening/web/sources/opml";
    }

    @PostMapping("/sources/opml")
    String take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new CannotImport("nofile");
            }
            return "redirect:/b/" + brand.handle() + "/news/sources/opml/" + importing.take(seat, file.getBytes());
        } catch (CannotImport e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "fault", e.reason().equals("nofile") ? "listening.opml.nofile" : "listening.opml.nolist");
            return "listening/web/sources/opml";
        }
    }

    @GetMapping("/sources/opml/{id:\\d+}")
    String progress(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Seat seat,
            Model model) {
        model.addAttribute("progress", importing.progress(seat, id).orElseThrow(NoSuchSource::new))
                .addAttribute("lines", lines.of(seat, id))
                .addAttribute("id", id);
        return part ? "listening/web/sources/progress" : "listening/web/sources/imported";
    }

    @GetMapping("/sources.opml")
    ResponseEntity<byte[]> export(Seat seat, Brand brand) {
        var name = ContentDisposition.attachment()
                .filename(brand.handle() + "-sources.opml")
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "x-opml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(importing.opml(seat, brand.name()).getBytes(StandardCharsets.UTF_8));
    }
}
