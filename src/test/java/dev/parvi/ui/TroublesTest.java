package dev.parvi.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.support.DeskTest;
import jakarta.servlet.RequestDispatcher;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class TroublesTest {

    @Autowired
    MockMvc mvc;

    @Test
    void our_own_fault_is_told_with_the_number_it_was_written_down_under(CapturedOutput output) throws Exception {
        var page = mvc.perform(failed(500)
                        .requestAttr(
                                RequestDispatcher.ERROR_EXCEPTION,
                                new IllegalStateException("the secret of the house")))
                .andExpect(status().isInternalServerError())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var reference = page.replaceFirst("(?s).*font-monospace\">([0-9A-F]{8})<.*", "$1");
        assertThat(reference).hasSize(8);
        assertThat(output).contains("Reference " + reference, "the secret of the house", "/b/x1/posts");
        assertThat(page).doesNotContain("the secret of the house");
    }

    @ParameterizedTest
    @CsvSource({
        "400, The desk did not understand that",
        "403, Not allowed",
        "404, Not here",
        "405, The desk did not understand that",
        "413, That is too large",
        "503, Something went wrong"
    })
    void every_trouble_has_a_page_that_says_what_to_do(int status, String title) throws Exception {
        mvc.perform(failed(status))
                .andExpect(status().is(status))
                .andExpect(content().string(Matchers.containsString("<h1>" + title + "</h1>")));
    }

    @Test
    void where_a_part_was_asked_for_the_answer_is_a_part() throws Exception {
        mvc.perform(failed(500).header("HX-Request", "true"))
                .andExpect(status().isInternalServerError())
                .andExpect(header().string("X-Trouble", "yes"))
                .andExpect(content().string(Matchers.not(Matchers.containsString("<html"))));
    }

    private static MockHttpServletRequestBuilder failed(int status) {
        return get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/b/x1/posts");
    }
}
