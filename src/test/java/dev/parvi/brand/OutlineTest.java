package dev.parvi.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {

    @Test
    void a_whole_outline_has_no_faults() {
        assertThat(outline("Paahtimo", "paahtimo", "Europe/Helsinki", "fi", "#1f6f5c", "30")
                        .faults())
                .isEmpty();
    }

    @Test
    void every_fault_is_told_at_its_field() {
        var all = new Outline(" ", "A", "Mars/Base", "sv", "x".repeat(1_001), Set.of("FAME"), "red", false, "soon");
        assertThat(all.faults())
                .containsOnlyKeys("name", "handle", "zone", "language", "does", "aims", "accent", "late")
                .containsEntry("zone", "brand.fault.zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1441", "-1", "", "1e3", "99999999999"})
    void minutes_out_of_range_are_a_fault(String late) {
        assertThat(outline("Paahtimo", "", "UTC", "en", "#1f6f5c", late).faults())
                .containsOnlyKeys("late");
    }

    @ParameterizedTest
    @CsvSource({
        "Kahvila Töölö, kahvila-toolo",
        "Кофейня на углу, kofejna-na-uglu",
        "  Ben & Jerry's!  , ben-jerrys",
        "---x9---, x9",
        "Ωmega 3, omega-3"
    })
    void a_handle_is_made_of_a_name_in_any_script(String name, String handle) {
        assertThat(Handle.of(name)).isEqualTo(handle);
    }

    @Test
    void a_long_name_makes_a_handle_that_fits() {
        assertThat(Handle.of("Paahtimo ".repeat(20)))
                .hasSizeLessThanOrEqualTo(40)
                .matches(Handle::isGood);
    }

    @Test
    void a_name_without_a_letter_asks_for_a_handle() {
        assertThat(outline("!!!", "", "UTC", "en", "#1f6f5c", "30").faults()).containsOnlyKeys("handle");
    }

    private static Outline outline(
            String name, String handle, String zone, String language, String accent, String late) {
        return new Outline(name, handle, zone, language, "", Set.of("SALES"), accent, false, late);
    }
}
