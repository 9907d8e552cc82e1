package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Connector;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Listens.Kind;
import dev.parvi.connector.ListensContract;
import dev.parvi.connector.TalkContract.Trouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of listening on the whole real network with its view. */
@Tag("networks")
class BlueskyListensNetworkTest extends ListensContract {

    @RegisterExtension
    static final OnRealBluesky on = new OnRealBluesky();

    @Override
    protected Connector connector() {
        return on.bluesky;
    }

    @Override
    protected KeptAccess access() {
        return on.access;
    }

    @Override
    protected void reading(Trouble trouble) throws Exception {
        on.reading(trouble);
    }

    @Override
    protected String posted(String text) throws Exception {
        return on.view.post(on.somebody, text);
    }

    @Override
    protected String who() {
        return on.somebody.handle();
    }

    @Override
    protected String nobody() {
        return "nobody-at-all.test";
    }

    @Override
    protected void settled() throws Exception {
        on.view.settle();
    }

    @Override
    protected int many() {
        return 130;
    }

    @Test
    void an_account_is_followed_by_its_lasting_name_and_not_for_what_it_answers_others() throws Exception {
        var own = on.view.post(on.somebody, "Oma julkaisu");
        var ours = on.view.post(on.us, "Meidän");
        var answer = on.view.reply(on.somebody, ours, ours, "Vastaus muille");
        on.view.settle();
        var aim = on.bluesky.aim(on.access, Kind.ACCOUNT, "https://bsky.app/profile/" + on.somebody.handle());
        assertThat(aim.value()).isEqualTo(on.somebody.did());
        assertThat(on.bluesky.listen(on.access, aim, "").posts())
                .extracting(each -> each.said().id())
                .contains(own)
                .doesNotContain(answer);
    }

    @Test
    void what_is_said_to_us_is_told_as_that_when_it_is_found() throws Exception {
        var mention = on.view.mention(on.somebody, on.us, "Kahvinäyte kiitos");
        on.view.settle();
        var aim = on.bluesky.aim(on.access, Kind.SEARCH, "Kahvinäyte");
        assertThat(on.bluesky.listen(on.access, aim, "").posts())
                .filteredOn(each -> each.said().id().equals(mention))
                .extracting(each -> each.said().kind())
                .containsExactly(dev.parvi.connector.Heard.Kind.MENTION);
    }
}
