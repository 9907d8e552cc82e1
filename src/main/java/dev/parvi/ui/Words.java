package dev.parvi.ui;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words of the desk in one language. A missing key shows itself as the key, and a test finds it. */
public final class Words {

    private final Locale locale;
    private final Map<String, String> messages;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    Words(Locale locale, Map<String, String> messages) {
        this.locale = locale;
        this.messages = messages;
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }

    public String t(String key) {
        var message = messages.get(key);
        if (message == null) {
            return key;
        }
        return message.indexOf('{') < 0 && message.indexOf('\'') < 0 ? message : format(key, message, Map.of());
    }

    /**
     * With values for the message's named places: {@code t("planning.gaps", "n", 3)}.
     *
     * @param pairs name, value, name, value …
     */
    public String t(String key, Object... pairs) {
        var message = messages.get(key);
        if (message == null) {
            return key;
        }
        var values = new HashMap<String, Object>();
        for (var i = 0; i + 1 < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return format(key, message, values);
    }

    private String format(String key, String message, Map<String, Object> values) {
        var format = formats.computeIfAbsent(key, k -> new MessageFormat(message, locale));
        // It isn't safe for use by several threads, and a clone for each costs more than the waiting.
        synchronized (format) {
            return format.format(values);
        }
    }
}
