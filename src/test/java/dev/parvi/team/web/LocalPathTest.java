package dev.parvi.team.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/b/roastery/today", "/b/x1/posts?tag=a%20b&page=2", "/join/a-b_c"})
    void pages_of_this_desk_are_gone_to(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/ /evil.example",
                "/b\r\nSet-Cookie: a=b",
                "evil",
                "/b\\evil"
            })
    void nothing_else_is(String path) {
        assertThat(LocalPath.of(path)).isEqualTo("/");
    }
}
