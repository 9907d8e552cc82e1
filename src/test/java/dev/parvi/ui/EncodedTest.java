package dev.parvi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTest {

    private final Encoded page = new Encoded();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p class=\"x\">plain</p>",
                "M\u00e4mmi \u2013 \u043f\u0440\u0438\u0432\u0435\u0442",
                "\u4f60\u597d \uffee",
                "a \ud83d\ude00 b \u00e4",
                "half \ud83d",
                "\u0000\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff"
            })
    void what_is_written_comes_out_as_utf_8(String text) throws IOException {
        page.writeContent(text);
        page.writeContent("x" + text + "y", 1, text.length() + 1);
        assertThat(sent()).isEqualTo((text + text).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_page_may_be_longer_than_usual() throws IOException {
        var piece = "\u20ac and more ".repeat(500);
        for (var i = 0; i < 100; i++) {
            page.writeContent(piece);
        }
        assertThat(sent()).isEqualTo(piece.repeat(100).getBytes(StandardCharsets.UTF_8));
        assertThat(page.length()).isEqualTo(sent().length);
    }

    @Test
    void bytes_are_taken_as_they_are() throws IOException {
        page.writeBinaryContent("\u00e4".getBytes(StandardCharsets.UTF_8));
        assertThat(sent()).asString(StandardCharsets.UTF_8).isEqualTo("\u00e4");
    }

    private byte[] sent() throws IOException {
        var out = new ByteArrayOutputStream();
        page.sendTo(out);
        return out.toByteArray();
    }
}
