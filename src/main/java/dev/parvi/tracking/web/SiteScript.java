package dev.parvi.tracking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The script for the brand's site, compressed once. */
@Component
class SiteScript {

    private final byte[] plain;
    private final byte[] packed;

    SiteScript() throws IOException {
        // Line ends and what stands before them are for whoever reads it in the source.
        plain = new ClassPathResource("tracking/parvi.js")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        packed = packed(plain);
    }

    byte[] packed() {
        return packed.clone();
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/javascript;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Vary", "Accept-Encoding");
        var zips = Objects.requireNonNullElse(request.getHeader("Accept-Encoding"), "")
                .contains("gzip");
        if (zips) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var bytes = zips ? packed : plain;
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
