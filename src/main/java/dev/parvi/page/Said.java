package dev.parvi.page;

import java.util.Map;

/** What became of a comment. */
public sealed interface Said {

    record Shown(long comment) implements Said {}

    /** Somebody reads it first. */
    record Held() implements Said {}

    /** @param faults message keys by field; under the empty name what concerns the whole */
    record Refused(Map<String, String> faults) implements Said {}

    /** The post isn't there, or not any more. */
    record Nowhere() implements Said {}
}
