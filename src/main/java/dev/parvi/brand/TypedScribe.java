package dev.parvi.brand;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An outside model as somebody typed it.
 *
 * @param key empty to leave the one that is kept, as long as the address stays
 * @param keyless whether a kept key is to be forgotten
 * @param plain whether an unencrypted address will do: only where the desk may call private ones
 */
public record TypedScribe(String address, String model, String key, boolean keyless, boolean plain) {

    private static final int LONGEST = 500;
    private static final int LONGEST_MODEL = 200;
    private static final String LAST = "/chat/completions";

    /** What is to mend: by field, the key of the message that says how. Empty when all is well. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        var read = parsed();
        if (read.isEmpty()) {
            faults.put("address", "brand.scribe.fault.address");
        } else if (!plain && "http".equals(read.get().getScheme())) {
            faults.put("address", "brand.scribe.fault.plain");
        }
        if (model.isBlank() || model.strip().length() > LONGEST_MODEL || hasControls(model)) {
            faults.put("model", "brand.scribe.fault.model");
        }
        if (key.strip().length() > LONGEST || hasControls(key.strip())) {
            faults.put("key", "brand.scribe.fault.key");
        }
        return faults;
    }

    /** @return what was typed, which has no faults */
    URI place() {
        return parsed().orElseThrow();
    }

    /** Without the part that the desk puts behind it itself, and without the last slash. */
    private Optional<URI> parsed() {
        var typed = address.strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var whole = URI.create(typed.contains("://") ? typed : "https://" + typed);
            if (whole.getHost() == null
                    || whole.getRawUserInfo() != null
                    || whole.getRawQuery() != null
                    || whole.getRawFragment() != null
                    || !Set.of("http", "https").contains(whole.getScheme())) {
                return Optional.empty();
            }
            var short_ = whole.toString().replaceFirst("/+$", "");
            return Optional.of(
                    URI.create(short_.endsWith(LAST) ? short_.substring(0, short_.length() - LAST.length()) : short_));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
