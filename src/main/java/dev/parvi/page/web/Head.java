package dev.parvi.page.web;

import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself to search engines and to those who link to it.
 *
 * @param address its one lasting address, whole
 * @param type of Open Graph: website or article
 * @param image whole address of a picture; null for none
 * @param published ISO instant; empty where it's no post
 * @param data JSON-LD, safe to stand in a script element; empty for none
 * @param listed whether search engines may list it
 */
public record Head(
        String title,
        String description,
        String address,
        String type,
        @Nullable Image image,
        String published,
        String data,
        boolean listed) {

    /** @param alt what it shows */
    public record Image(String address, int width, int height, String alt) {}
}
