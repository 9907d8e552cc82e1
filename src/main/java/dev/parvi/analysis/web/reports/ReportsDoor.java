package dev.parvi.analysis.web.reports;

import dev.parvi.analysis.NoSuchReport;
import dev.parvi.analysis.Reporting;
import dev.parvi.analysis.TypedReport;
import dev.parvi.brand.Brand;
import dev.parvi.platform.DeskSettings;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The brand's reports. */
@Controller
@RequestMapping("/b/{handle}/analysis/reports")
class ReportsDoor {

    private final Reporting reporting;
    private final DeskSettings settings;

    ReportsDoor(Reporting reporting, DeskSettings settings) {
        this.reporting = reporting;
        this.settings = settings;
    }

    @GetMapping
    String all(Seat seat, Brand brand, Model model) {
        var language = brand.language().getLanguage();
        var usual = new TypedReport(
                "", "WEEK", "", TypedReport.LANGUAGES.contains(language) ? language : "en", TypedReport.all(), "");
        return listed(usual, Map.of(), seat, model);
    }

    @PostMapping
    String make(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(name = "sides", required = false) List<String> sides,
            @RequestParam(defaultValue = "") String campaign,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var typed = new TypedReport(title, kind, from, language, sides == null ? List.of() : sides, campaign);
        var faults = reporting.faults(seat, typed);
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return listed(typed, faults, seat, model);
        }
        return to(brand, "/" + reporting.make(seat, typed), "made");
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Seat seat, Model model) {
        return shown(id, "", seat, model);
    }

    @GetMapping("/{id:\\d+}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, Seat seat, Brand brand) {
        var report = reporting.get(seat, id).orElseThrow(NoSuchReport::new);
        return Handed.pdf(reporting.paper(brand, report), report);
    }

    @GetMapping("/{id:\\d+}/csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, Seat seat) {
        var report = reporting.get(seat, id).orElseThrow(NoSuchReport::new);
        return Handed.csv(reporting.table(report), report);
    }

    @PostMapping("/{id:\\d+}/comments")
    String comment(@PathVariable long id, @RequestParam Map<String, String> form, Seat seat, Brand brand) {
        reporting.comment(seat, id, form);
        return to(brand, "/" + id, "commented");
    }

    /** The link is shown once: what is kept of it is a hash. */
    @PostMapping("/{id:\\d+}/link")
    String share(@PathVariable long id, Seat seat, Model model) {
        var address =
                settings.publicAddress().toString().replaceAll("/+$", "") + "/report/" + reporting.share(seat, id);
        return shown(id, address, seat, model);
    }

    @PostMapping("/{id:\\d+}/link/end")
    String close(@PathVariable long id, Seat seat, Brand brand) {
        reporting.close(seat, id);
        return to(brand, "/" + id, "closed");
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand) {
        reporting.remove(seat, id);
        return to(brand, "", "removed");
    }

    private String listed(TypedReport typed, Map<String, String> faults, Seat seat, Model model) {
        model.addAttribute("reports", reporting.latest(seat))
                .addAttribute("typed", typed)
                .addAttribute("faults", faults)
                .addAttribute("campaigns", reporting.campaigns(seat))
                .addAttribute("writes", seat.may(Right.WRITE))
                .addAttribute("manages", seat.may(Right.MANAGE));
        return "analysis/web/reports/reports";
    }

    private String shown(long id, String link, Seat seat, Model model) {
        model.addAttribute("report", reporting.get(seat, id).orElseThrow(NoSuchReport::new))
                .addAttribute("link", link)
                .addAttribute("writes", seat.may(Right.WRITE))
                .addAttribute("manages", seat.may(Right.MANAGE));
        return "analysis/web/reports/report";
    }

    private static String to(Brand brand, String where, String notice) {
        return "redirect:/b/" + brand.handle() + "/analysis/reports" + where + "?notice=analysis.report." + notice;
    }
}
