package dev.parvi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Right;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tries every door of the house without the key: those of use cases without the right, those of pages without a seat. */
@DeskTest
class DoorsTest {

    private static final JavaClasses DESK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.parvi");
    /** What stands in for an argument; a right has to be looked at before any of them. */
    private static final Map<Class<?>, Supplier<Object>> STAND_INS = Map.ofEntries(
            Map.entry(String.class, () -> "x"),
            Map.entry(Instant.class, () -> Instant.EPOCH),
            Map.entry(List.class, List::of),
            Map.entry(Set.class, Set::of),
            Map.entry(Map.class, Map::of),
            Map.entry(Optional.class, Optional::empty));

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @TestFactory
    Stream<DynamicTest> a_use_case_that_asks_for_a_right_refuses_a_member_without_it() {
        return guarded().map(method -> DynamicTest.dynamicTest(method.getFullName(), () -> refused(method.reflect())));
    }

    @Test
    void there_are_use_cases_that_ask_for_each_right() {
        assertThat(guarded().count()).isGreaterThan(10);
        assertThat(Stream.of(Right.values()).filter(right -> right.of(Set.of())))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_page_of_a_brand_is_not_there_for_a_member_without_a_seat() {
        var address = given.at(given.brand());
        var stranger = given.brand();
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(DoorsTest::doors)
                .map(door -> DynamicTest.dynamicTest(
                        door.toString(),
                        () -> mvc.perform(request(
                                                HttpMethod.valueOf(door.method().name()),
                                                door.path()
                                                        .replaceFirst("/b/\\{[^}]+}", address)
                                                        .replaceAll("\\{[^}]+}", "1"))
                                        .with(given.signedIn(stranger)))
                                .andExpect(status().isNotFound())));
    }

    private record WayIn(RequestMethod method, String path) {}

    private static Stream<WayIn> doors(RequestMappingInfo mapping) {
        var asked = mapping.getMethodsCondition().getMethods();
        var methods = asked.isEmpty() ? Set.of(RequestMethod.GET) : asked;
        return mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/b/"))
                .flatMap(path -> methods.stream().map(method -> new WayIn(method, path)));
    }

    /** Public methods of beans that look at the right of the seat they are given. */
    private static Stream<JavaMethod> guarded() {
        return DESK.get(Seat.class).getMethod("needs", Right.class).getCallsOfSelf().stream()
                .map(call -> call.getOrigin())
                .filter(origin -> origin instanceof JavaMethod)
                .map(origin -> (JavaMethod) origin)
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getOwner().getPackageName().endsWith(".web"))
                .filter(method ->
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Seat.class)))
                .distinct();
    }

    private void refused(Method method) {
        var seat = given.brand();
        var powerless = new Seat(seat.member(), seat.name(), seat.brand(), EnumSet.noneOf(Role.class));
        var arguments = Stream.of(method.getParameterTypes())
                .map(type -> type == Seat.class ? powerless : standIn(type))
                .toArray();
        var bean = context.getBean(method.getDeclaringClass());
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> call(method, bean, arguments)))
                .isInstanceOf(NotAllowed.class);
    }

    private static Object call(Method method, Object bean, Object[] arguments) throws Throwable {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object standIn(Class<?> type) {
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        return STAND_INS.getOrDefault(type, () -> null).get();
    }
}
