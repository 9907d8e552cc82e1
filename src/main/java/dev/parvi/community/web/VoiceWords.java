package dev.parvi.community.web;

import dev.parvi.community.VoiceWarning;
import dev.parvi.ui.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A warning in the reader's words. */
public final class VoiceWords {

    private static final List<String> LANGUAGES = List.of("own", "asked");

    private VoiceWords() {}

    public static String reason(Page page, VoiceWarning warning) {
        var pairs = new ArrayList<Object>();
        for (Map.Entry<String, Object> each : warning.arguments().entrySet()) {
            pairs.add(each.getKey());
            pairs.add(LANGUAGES.contains(each.getKey()) ? language(page, each.getValue()) : each.getValue());
        }
        return page.t(warning.reason(), pairs.toArray());
    }

    private static String language(Page page, Object code) {
        return Locale.of(code.toString()).getDisplayLanguage(page.locale());
    }
}
