package dev.parvi.page;

import dev.parvi.brand.Brand;
import java.util.Locale;

/**
 * The brand's page as its settings say.
 *
 * @param title empty for the brand's name
 * @param intro empty for what the brand does
 * @param language empty for the brand's own
 * @param reviews whether visitors may review the brand
 */
public record Site(Brand brand, String title, String intro, String language, Rule rule, boolean reviews) {

    public String name() {
        return title.isBlank() ? brand.name() : title;
    }

    public String lead() {
        return intro.isBlank() ? brand.does() : intro;
    }

    public Locale locale() {
        return language.isBlank() ? brand.language() : Locale.forLanguageTag(language);
    }

    /** {@code at("")} is the page itself, {@code at("/feed.atom")} something on it; within the desk's address. */
    public String at(String path) {
        return "/@" + brand.handle() + path;
    }
}
