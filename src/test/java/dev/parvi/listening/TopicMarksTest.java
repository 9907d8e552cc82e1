package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicMarksTest {

    private static Matchable item(String title, String words) {
        return new Matchable(1, title, words, "fi", "", "");
    }

    private static String shown(List<Marked> marked) {
        return marked.stream()
                .map(each -> each.found() ? "[" + each.text() + "]" : each.text())
                .collect(Collectors.joining());
    }

    @Test
    void what_was_found_is_marked_as_it_stands_in_the_text() throws TopicMisread {
        var marks = new TopicMarks(TopicQuery.read("kahvila OR hinn* NOT tee"));

        assertThat(shown(marks.title(item("Kahviloissa tee ja hinnat", ""))))
                .isEqualTo("[Kahviloissa] tee ja [hinnat]");
    }

    @Test
    void of_a_phrase_only_the_whole_is_marked() throws TopicMisread {
        var marks = new TopicMarks(TopicQuery.read("\"kahvin hinta\""));

        assertThat(shown(marks.title(item("Hinta: kahvin hinnat, kahvi", ""))))
                .isEqualTo("Hinta: [kahvin] [hinnat], kahvi");
    }

    @Test
    void a_long_text_is_shown_around_the_first_place() throws TopicMisread {
        var text = "sana ".repeat(200) + "kahvila " + "\ud83c\udf89".repeat(400);
        var shown = shown(new TopicMarks(TopicQuery.read("kahvila")).excerpt(item("", text)));

        assertThat(shown).startsWith("… ").contains("[kahvila]").endsWith(" …").hasSizeLessThan(400);
        assertThat(shown.codePoints()
                        .filter(point -> point >= 0xD800 && point < 0xE000)
                        .count())
                .isZero();
    }
}
