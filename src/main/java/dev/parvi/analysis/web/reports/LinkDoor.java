package dev.parvi.analysis.web.reports;

import dev.parvi.analysis.NoSuchReport;
import dev.parvi.analysis.Reporting;
import dev.parvi.ui.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One report, for whoever holds its link; no account is needed, and nothing else is shown. */
@Controller
@RequestMapping("/report/{secret:[A-Za-z0-9_-]{20,60}}")
class LinkDoor {

    private final Reporting reporting;

    LinkDoor(Reporting reporting) {
        this.reporting = reporting;
    }

    @GetMapping
    String open(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        var opened = opened(secret);
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
        request.setAttribute(Pages.LOCALE, Locale.of(opened.report().language()));
        model.addAttribute("report", opened.report())
                .addAttribute("brand", opened.brand())
                .addAttribute("secret", secret);
        return "analysis/web/reports/handed";
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String secret) {
        var opened = opened(secret);
        return Handed.pdf(reporting.paper(opened.brand(), opened.report()), opened.report());
    }

    @GetMapping("/csv")
    ResponseEntity<byte[]> csv(@PathVariable String secret) {
        var opened = opened(secret);
        return Handed.csv(reporting.table(opened.report()), opened.report());
    }

    private Reporting.Opened opened(String secret) {
        return reporting.open(secret).orElseThrow(NoSuchReport::new);
    }
}
