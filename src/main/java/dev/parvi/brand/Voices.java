package dev.parvi.brand;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each brand speaks. */
@Repository
class Voices {

    private final JdbcClient jdbc;

    Voices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the brand whose scope it is. */
    Optional<Voice> get() {
        return jdbc.sql("select * from voice where brand_id = current_brand()")
                .query((row, n) -> voice(row))
                .optional();
    }

    void keep(Voice voice) {
        jdbc.sql("""
                insert into voice (brand_id, familiar, formal, preferred, avoided, instead, humour, emoji, unwanted_emoji, signature,
                    apologies, longest, languages)
                values (current_brand(), :familiar, :formal, :preferred, :avoided, :instead, :humour, :emoji, :unwanted, :signature,
                    :apologies, :longest, :languages)
                on conflict (brand_id) do update set familiar = excluded.familiar, formal = excluded.formal,
                    preferred = excluded.preferred, avoided = excluded.avoided, instead = excluded.instead, humour = excluded.humour,
                    emoji = excluded.emoji, unwanted_emoji = excluded.unwanted_emoji, signature = excluded.signature,
                    apologies = excluded.apologies, longest = excluded.longest, languages = excluded.languages
                """)
                .param("familiar", addressed(voice, Voice.Address.FAMILIAR))
                .param("formal", addressed(voice, Voice.Address.FORMAL))
                .param("preferred", voice.preferred().toArray(String[]::new))
                .param(
                        "avoided",
                        voice.avoided().stream().map(Voice.Avoided::word).toArray(String[]::new))
                .param(
                        "instead",
                        voice.avoided().stream().map(Voice.Avoided::instead).toArray(String[]::new))
                .param("humour", voice.humour().name())
                .param("emoji", voice.emoji().name())
                .param("unwanted", voice.unwantedEmoji().toArray(String[]::new))
                .param("signature", voice.signature())
                .param("apologies", voice.apologies())
                .param("longest", voice.longest())
                .param("languages", voice.languages().toArray(String[]::new))
                .update();
    }

    private static String[] addressed(Voice voice, Voice.Address way) {
        return voice.address().entrySet().stream()
                .filter(each -> each.getValue() == way)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    private static Voice voice(ResultSet row) throws SQLException {
        var address = new HashMap<String, Voice.Address>();
        texts(row.getArray("familiar")).forEach(language -> address.put(language, Voice.Address.FAMILIAR));
        texts(row.getArray("formal")).forEach(language -> address.put(language, Voice.Address.FORMAL));
        var words = texts(row.getArray("avoided"));
        var instead = texts(row.getArray("instead"));
        var avoided = new ArrayList<Voice.Avoided>();
        for (var n = 0; n < words.size(); n++) {
            avoided.add(new Voice.Avoided(words.get(n), instead.get(n)));
        }
        return new Voice(
                address,
                texts(row.getArray("preferred")),
                avoided,
                Voice.Humour.valueOf(row.getString("humour")),
                Voice.EmojiUse.valueOf(row.getString("emoji")),
                Set.copyOf(texts(row.getArray("unwanted_emoji"))),
                row.getString("signature"),
                row.getInt("apologies"),
                row.getInt("longest"),
                texts(row.getArray("languages")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
