package dev.parvi.analysis.web.reports;

import dev.parvi.analysis.Report;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Reports as files. */
final class Handed {

    private Handed() {}

    static ResponseEntity<byte[]> pdf(byte[] paper, Report report) {
        return file(MediaType.APPLICATION_PDF, paper, report, "pdf");
    }

    static ResponseEntity<byte[]> csv(String table, Report report) {
        return file(
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                table.getBytes(StandardCharsets.UTF_8),
                report,
                "csv");
    }

    private static ResponseEntity<byte[]> file(MediaType type, byte[] content, Report report, String ending) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"report-" + report.from() + "-" + report.to() + "." + ending + "\"")
                .header("X-Robots-Tag", "noindex")
                .body(content);
    }
}
