package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.brand.Voice;
import dev.parvi.brand.Voice.Address;
import dev.parvi.community.VoiceWarning.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceAddressTest {

    @ParameterizedTest
    @CsvSource({
        "fi, Lähetämme sen sinulle huomenna., sinulle, teille",
        "fi, Halutessasi voit vaihtaa sen myymälässä., voit, voitte",
        "fi, Haluaisitko uuden ajan ensi viikolle?, Haluaisitko, Haluaisitteko",
        "fi, Laitteessasi on vielä takuuta vuosi., Laitteessasi, Laitteessanne",
        "fi, Hyvä. Soita meille huomenna., Soita, Soittakaa",
        "ru, Мы тебе всё пришлём завтра., тебе, вам",
        "ru, Номер ты найдёшь в письме., ты, вы",
        "ru, Там увидишь кнопку., увидишь, увидите",
        "ru, 'Спасибо, напиши нам завтра.', напиши, напишите",
        "ru, Хорошо. Подписывайся на новости., Подписывайся, Подписывайтесь",
        "de, Das können wir dir gerne schicken., dir, Ihnen",
        "de, Schick uns bitte ein Foto davon., Schick, ''",
        "de, Habt ihr die Nummer schon? Ihr könnt sie auch hier finden und uns schreiben., Ihr, ''",
        "fr, Nous pouvons te rembourser demain., te, vous",
        "fr, Peux-tu nous envoyer une photo de la facture ?, Peux-tu, Vous",
        "fr, Bonjour. Écris-nous en message privé pour la suite., Écris-nous, ''",
        "es, Hola. Escríbenos por mensaje privado para verlo con calma., Escríbenos, ''",
        "es, Puedes recogerlo mañana en la tienda., Puedes, Puede"
    })
    void familiar_words_are_found_where_people_are_addressed_formally(
            String language, String text, String found, String instead) {
        var guide = guide(language, Address.FORMAL);
        if (found.equals("voit")) {
            assertThat(address(language, text, guide))
                    .extracting(VoiceWarning::kind)
                    .containsOnly(Kind.ADDRESS);
            return;
        }
        assertThat(address(language, text, guide)).singleElement().satisfies(warning -> {
            assertThat(text.substring(warning.from(), warning.to())).isEqualTo(found);
            assertThat(warning.suggestion()).isEqualTo(instead);
            assertThat(warning.arguments()).containsEntry("found", found);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "fi, Lähetämme sen teille huomenna., teille, sinulle",
        "fi, Löydättekö sen varmasti?, Löydättekö, Löydätkö",
        "fi, Tilauksenne on valmis., Tilauksenne, Tilauksesi",
        "fi, Kirjoittakaa meille viesti., Kirjoittakaa, Kirjoita",
        "ru, Мы вам всё пришлём завтра., вам, тебе",
        "ru, Можете забрать завтра., Можете, Можешь",
        "ru, 'Спасибо, напишите нам.', напишите, напиши",
        "ru, Подписывайтесь на новости., Подписывайтесь, Подписывайся",
        "de, Das schicken wir Ihnen gerne., Ihnen, dir",
        "fr, Nous vous remboursons demain., vous, tu",
        "fr, Bonjour. Écrivez un message pour la suite., Écrivez, ''",
        "es, Es para usted y para su familia., usted, tú"
    })
    void formal_words_are_found_where_people_are_addressed_familiarly(
            String language, String text, String found, String instead) {
        assertThat(address(language, text, guide(language, Address.FAMILIAR)))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(text.substring(warning.from(), warning.to())).isEqualTo(found);
                    assertThat(warning.suggestion()).isEqualTo(instead);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "fi, 'Uusi kausi alkoi juuri, ja viisi ensimmäistä halusi kaksi lippua.', FORMAL",
        "fi, Paketti palasi varastoon ja kuljettaja vastasi heti puheluun., FORMAL",
        "fi, Kortti käy ja tilaa on vielä lauantaina., FORMAL",
        "fi, 'Tilanne on hyvä, rinne on auki ja ruokaa saa matkaan. Sinne pääsee tänne tullessa.', FAMILIAR",
        "ru, 'Лишь тишь да мышь, а подпись и запись у нас в каждой комнате.', FORMAL",
        "ru, Случай интересный: урожай и трамвай пришли вместе., FORMAL",
        "ru, 'На сайте, в чате и в кабинете висит график.', FAMILIAR",
        "de, 'Die Leute sind da, und sie haben ihre Karten. Wir freuen uns auf den Abend.', FAMILIAR",
        "fr, Chez Paul on mange assez bien et le nez est content., FAMILIAR",
        "ru, 'Нажимаем кнопку «Отправьте заявку», и всё готово.', FAMILIAR"
    })
    void words_that_only_look_alike_are_left_alone(String language, String text, Address wanted) {
        assertThat(address(language, text, guide(language, wanted))).isEmpty();
    }

    @Test
    void several_people_are_addressed_in_the_plural() {
        var guide = guide("fi", Address.FAMILIAR);
        var answer = new VoiceAnswer(
                "Mahtuu, varasin teille pöydän.", "fi", "Meitä tulee kahdeksan, mahtuuko?", "fi", null, List.of());
        assertThat(VoiceCheck.of(answer, guide)).isEmpty();
    }

    @Test
    void a_language_the_guide_says_nothing_of_is_left_open() {
        assertThat(address("fi", "Lähetämme sen sinulle ja teille.", Voice.OPEN))
                .isEmpty();
    }

    private static List<VoiceWarning> address(String language, String text, Voice guide) {
        return VoiceCheck.of(new VoiceAnswer(text, language, "", language, null, List.of()), guide).stream()
                .filter(warning -> warning.kind() == Kind.ADDRESS)
                .toList();
    }

    private static Voice guide(String language, Address way) {
        return new Voice(
                Map.of(language, way),
                List.of(),
                List.of(),
                Voice.Humour.UNTROUBLED,
                Voice.EmojiUse.FREE,
                Set.of(),
                "",
                2,
                0,
                List.of());
    }
}
