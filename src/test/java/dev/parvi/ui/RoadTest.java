package dev.parvi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.RequestPath;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPatternParser;

class RoadTest {

    private static final List<String> PATHS = List.of(
            "/",
            "/b",
            "/b/",
            "/b/roastery",
            "/b/roastery/",
            "/b/roastery/posts",
            "/b/roastery/posts/",
            "/b//posts",
            "/b/roastery/posts/17",
            "/b/roastery/posts/x",
            "/b/roastery/p%6Fsts/17",
            "/b/roastery/posts/17;v=1",
            "/b/r%2Fx/posts/17",
            "/@roastery",
            "/@roastery/17.json",
            "/media/aa/bb/cc",
            "/b/roastery/POSTS/17",
            "/b/tee%20pee/posts/17",
            "/.well-known/x");

    @ParameterizedTest
    @CsvSource({
        "/",
        "/b/{handle}",
        "/b/{handle}/posts",
        "/b/{handle}/posts/{id:\\d+}",
        "/@{handle}",
        "/@{handle}/{id}.json",
        "/media/**",
        "/b/{handle}/{*rest}",
        "/b/*/posts",
        "/.well-known/?"
    })
    void what_a_pattern_matches_is_never_ruled_out(String pattern) {
        var road = Road.of(RequestMappingInfo.paths(pattern).build());
        var whole = new PathPatternParser().parse(pattern);
        for (var path : PATHS) {
            var asked = RequestPath.parse(path, "");
            if (whole.matches(asked.pathWithinApplication())) {
                assertThat(road.mayLead(Signposts.parts(asked)))
                        .as("%s for %s", pattern, path)
                        .isTrue();
            }
        }
    }

    @Test
    void another_door_of_the_same_brand_is_ruled_out() {
        var road = Road.of(RequestMappingInfo.paths("/b/{handle}/posts", "/b/{handle}/drafts/{id}")
                .build());
        assertThat(road.mayLead(parts("/b/roastery/calendar"))).isFalse();
        assertThat(road.mayLead(parts("/b/roastery/posts/17"))).isFalse();
        assertThat(road.mayLead(parts("/b/roastery/drafts/17"))).isTrue();
    }

    private static String[] parts(String path) {
        return Signposts.parts(RequestPath.parse(path, ""));
    }
}
