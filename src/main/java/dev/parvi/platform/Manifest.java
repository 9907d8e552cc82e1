package dev.parvi.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds.
 *
 * @param format the way this file is laid out; a reader refuses what it doesn't know
 * @param migrations what had made its tables, by name; rooms count apart, so that one number wouldn't say it
 * @param made ISO instant
 */
record Manifest(
        int format, String parvi, List<String> migrations, String made, List<Table> tables, List<Sequence> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "backup.json";
    static final String SECRETS = "secrets.sealed";
    static final String TABLES = "tables/";
    static final String MEDIA = "media/";

    /** @param columns quoted where they need be, without generated ones */
    record Table(String name, List<String> columns, long rows) {

        String copyOut() {
            return "copy (select " + String.join(", ", columns) + " from " + name + ") to stdout";
        }

        String copyIn() {
            return "copy " + name + " (" + String.join(", ", columns) + ") from stdin";
        }
    }

    /** @param last the last number given out; null where none was */
    record Sequence(String name, @Nullable Long last) {}

    byte[] json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Manifest of(byte[] json) {
        return JsonMapper.shared().readValue(json, Manifest.class);
    }
}
