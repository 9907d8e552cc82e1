package dev.parvi.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import dev.parvi.community.Talked;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.Posted;
import dev.parvi.team.Seat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What no keyboard sends, in each field of each form: no door of the desk breaks on it. */
@DeskTest
@Import({Talked.class, Posted.class})
class EachDoorTest {

    /** Null characters and halves of pairs, which PostgreSQL doesn't take, and more than any field holds. */
    private static final List<String> TEXTS =
            List.of("\0", "a\0b \uD83D and \uDE00 c", "\u202E\uFFFE\uFFFF" + "x".repeat(70_000));

    /** Fields of forms that are read from a map of all. */
    private static final List<String> FIELDS = List.of(
            "text",
            "q",
            "name",
            "title",
            "link",
            "need",
            "note",
            "about",
            "facts",
            "words",
            "language",
            "site",
            "user",
            "password",
            "handle",
            "reason",
            "mark",
            "mood",
            "tags",
            "pillar",
            "account",
            "date",
            "time",
            "outcome",
            "due");

    private static final Map<Class<?>, String> OTHERS =
            Map.of(long.class, "1", int.class, "1", boolean.class, "true", Long.class, "1", Integer.class, "1");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Talked talked;

    @Autowired
    Posted posted;

    @Autowired
    HandClock clock;

    private record WayIn(RequestMethod method, String path, HandlerMethod handler) {}

    private Stream<WayIn> doors() {
        return mappings.getHandlerMethods().entrySet().stream().flatMap(each -> doors(each.getKey(), each.getValue()));
    }

    private static Stream<WayIn> doors(RequestMappingInfo mapping, HandlerMethod handler) {
        var asked = mapping.getMethodsCondition().getMethods();
        var methods = asked.isEmpty() ? Set.of(RequestMethod.GET) : asked;
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> new WayIn(method, path, handler)));
    }

    @Test
    void there_are_many_doors_with_fields() {
        assertThat(doors().filter(door -> !fields(door).isEmpty())).hasSizeGreaterThanOrEqualTo(100);
    }

    @TestFactory
    Stream<DynamicTest> a_door_answers_whatever_stands_in_its_fields() {
        return doors().filter(door -> !fields(door).isEmpty())
                .map(door -> DynamicTest.dynamicTest(door.method() + " " + door.path(), () -> answers(door)));
    }

    private void answers(WayIn door) throws Exception {
        var seat = given.brand();
        var path = path(seat, door.path());
        for (var text : TEXTS) {
            var asked = asked(door, path);
            fields(door).forEach((name, type) -> {
                if (type == MultipartFile.class) {
                    return;
                }
                asked.param(name, OTHERS.getOrDefault(type, text));
            });
            var answer = mvc.perform(asked.with(given.signedIn(seat))).andReturn();
            assertThat(answer.getResponse().getStatus()).as(path).isLessThan(500);
        }
    }

    private static AbstractMockHttpServletRequestBuilder<?> asked(WayIn door, String path) {
        var files = fields(door).entrySet().stream()
                .filter(each -> each.getValue() == MultipartFile.class)
                .map(Map.Entry::getKey)
                .toList();
        if (files.isEmpty()) {
            return request(HttpMethod.valueOf(door.method().name()), path);
        }
        var sent = multipart(path);
        files.forEach(name -> sent.file(new MockMultipartFile(
                name, "a\0b.csv", "text/csv", new byte[] {'a', 0, (byte) 0xC3, '(', ',', '\n', 'b', 0})));
        return sent;
    }

    /** Of things that are there, where the door leads to one. */
    private String path(Seat seat, String pattern) {
        var at = given.at(seat);
        var path = pattern.replaceFirst("/b/\\{[^/]+}", at).replaceFirst("/@\\{[^/]+}", at.replace("/b/", "/@"));
        if (path.contains("/inbox/{") || path.contains("/inbox/people/{")) {
            var word = talked.says(seat, given.account(seat), "Anna", "post", null, "Hello", clock.instant());
            path = path.replaceFirst("/comments/\\{[^/]+}", "/comments/" + word.comment())
                    .replaceFirst("/inbox/\\{[^/]+}", "/inbox/" + word.conversation());
        }
        if (path.contains("/posts/{")) {
            path = path.replaceFirst("/posts/\\{[^/]+}", "/posts/" + posted.draft(seat, "Hello", given.account(seat)));
        }
        return path.replaceAll("\\{[^/]+}", "1");
    }

    /** Its fields with the types that they are read as. */
    private static Map<String, Class<?>> fields(WayIn door) {
        var names = new TreeMap<String, Class<?>>();
        for (var parameter : door.handler().getMethodParameters()) {
            field(parameter).ifPresent(name -> names.put(name, parameter.getParameterType()));
            if (parameter.hasParameterAnnotation(RequestParam.class)
                    && Map.class.isAssignableFrom(parameter.getParameterType())) {
                FIELDS.forEach(name -> names.putIfAbsent(name, String.class));
            }
        }
        return names;
    }

    private static Optional<String> field(MethodParameter parameter) {
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked == null || Map.class.isAssignableFrom(parameter.getParameterType())) {
            return Optional.empty();
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return Optional.of(asked.value().isEmpty() ? asked.name() : asked.value())
                .filter(name -> !name.isEmpty())
                .or(() -> Optional.ofNullable(parameter.getParameterName()));
    }
}
