package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.platform.Tenant;
import dev.parvi.sample.Sampling;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.io.File;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class ReportingTest {

    @Autowired
    Reporting reporting;

    @Autowired
    Sampling sampling;

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    MockMvc mvc;

    private Seat sample(String language) {
        clock.set(HandClock.START);
        var home = given.brand();
        var brand = sampling.load(home.member(), Locale.of(language));
        return new Seat(home.member(), home.name(), brand.id(), EnumSet.of(Role.MANAGER));
    }

    private static TypedReport month(String language) {
        return new TypedReport("", "MONTH", "2026-10-12", language, TypedReport.all(), "");
    }

    @Test
    void a_report_is_a_page_behind_its_link_until_that_ends() throws Exception {
        var seat = sample("en");
        var id = Tenant.in(seat.brand(), () -> reporting.make(seat, month("en")));
        Tenant.run(seat.brand(), () -> reporting.comment(seat, id, Map.of("intro", "A good month.", "nothing", "x")));
        var secret = Tenant.in(seat.brand(), () -> reporting.share(seat, id));

        mvc.perform(get("/report/" + secret))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("A good month.")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("/b/"))));
        mvc.perform(get("/report/" + secret + "/csv"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(Matchers.containsString("content,What the posts did,,Posts,11,0,COUNT,false,DESK")));
        mvc.perform(get("/report/" + secret.substring(1) + "A")).andExpect(status().isNotFound());
        Tenant.run(seat.brand(), () -> reporting.close(seat, id));
        mvc.perform(get("/report/" + secret)).andExpect(status().isNotFound());
    }

    @Test
    void on_paper_it_reads_in_cyrillic_too_and_looks_like_something_one_hands_on() throws Exception {
        for (var language : List.of("ru", "fi")) {
            var seat = sample(language);
            var id = Tenant.in(seat.brand(), () -> reporting.make(seat, month(language)));
            Tenant.run(
                    seat.brand(),
                    () -> reporting.comment(
                            seat, id, Map.of("intro", "Хороший месяц ☕: очередь до двери. Hyvä kuukausi.")));
            var pdf = Tenant.in(seat.brand(), () -> {
                var report = reporting.get(seat, id).orElseThrow();
                return reporting.paper(seat, report);
            });
            try (var document = Loader.loadPDF(pdf)) {
                var text = new PDFTextStripper().getText(document);
                assertThat(text).contains("Хороший месяц", language.equals("ru") ? "Публикаций" : "Julkaisuja");
                assertThat(text).doesNotContain("analysis.");
                var folder = new File("target/pictures");
                assertThat(folder.mkdirs() || folder.isDirectory()).isTrue();
                var renderer = new PDFRenderer(document);
                for (var page = 0; page < Math.min(2, document.getNumberOfPages()); page++) {
                    ImageIO.write(
                            renderer.renderImageWithDPI(page, 80),
                            "png",
                            new File(folder, "report-" + language + page + ".png"));
                }
                document.getPage(0).getResources().getFontNames().forEach(each -> {
                    try {
                        assertThat(document.getPage(0)
                                        .getResources()
                                        .getFont(each)
                                        .isEmbedded())
                                .isTrue();
                    } catch (java.io.IOException e) {
                        throw new AssertionError(e);
                    }
                });
            }
        }
    }

    @Test
    void what_is_asked_wrongly_is_said() {
        assertThat(new TypedReport("t".repeat(121), "DAY", "x", "sv", List.of("rest"), "").faults())
                .containsOnlyKeys("title", "kind", "from", "language", "sides");
        assertThat(new TypedReport("", "CAMPAIGN", "", "en", List.of("content"), "").faults())
                .containsOnlyKeys("campaign");
    }
}
