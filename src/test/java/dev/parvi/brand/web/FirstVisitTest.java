package dev.parvi.brand.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parvi.support.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** On a desk of its own, since a first visit comes only once. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class FirstVisitTest extends BrowserTest {

    @Test
    void somebody_new_makes_the_owner_and_the_brand_and_lands_in_it() {
        var page = window();
        page.navigate("/");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Welcome to your desk");
        looked(page, "first");
        page.getByLabel("Name").fill("Maija Mäkinen");
        page.getByLabel("E-mail").fill("maija@example.org");
        page.getByLabel("Password").fill("short");
        page.getByText("Continue").click();
        assertThat(page.getByText("Choose a password of at least 12 characters."))
                .isVisible();
        assertThat(page.getByLabel("E-mail")).hasValue("maija@example.org");
        looked(page, "first-fault");
        page.getByLabel("Password").fill("kolme kissaa katolla");
        page.getByText("Continue").click();
        assertThat(page.getByLabel("Time zone")).hasValue("Europe/Helsinki");
        looked(page, "first-brand");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Kahvila Töölö");
        page.getByText("Found the brand").click();
        assertThat(page.getByText("Choose at least one.")).isVisible();
        page.getByLabel("A lively community").check();
        page.getByLabel("Plum").check();
        page.getByText("Found the brand").click();
        assertThat(page.getByText("Your brand is founded.")).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.url()).contains("/b/kahvila-toolo/");
        page.navigate("/first");
        assertThat(page.getByText("Your brand is founded.")).not().isVisible();
        org.assertj.core.api.Assertions.assertThat(page.url()).doesNotContain("/first");
    }
}
