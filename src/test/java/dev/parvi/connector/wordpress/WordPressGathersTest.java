package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.connector.Connector;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.GathersContract;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.RecordedNetwork.Request;
import dev.parvi.connector.RecordedNetwork.Trick;
import dev.parvi.connector.Recording;
import dev.parvi.connector.TalkContract.Trouble;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The contract of reading followers on a blog's users, in the shape in which WordPress documents them. */
class WordPressGathersTest extends GathersContract {

    private static final String USERS = "wp/v2/users?";
    private static final Names NAMES = new Names("blog.example.org");

    private final RecordedBlog blog = new RecordedBlog();
    private final TreeMap<Long, ObjectNode> users = new TreeMap<>();
    private final RecordedNetwork network = new RecordedNetwork(this::answer, Said.limited());
    private final KeptAccess access = new KeptAccess(
            new Login(network.address().resolve("/wp-json/"), "blog.example.org", blog.user(), blog.password(), 2)
                    .kept());
    private boolean administrator = true;
    private long last = 2;

    WordPressGathersTest() {
        user(2, "Maija", "Toimittaja", "editor");
    }

    private synchronized void user(long id, String name, String about, String role) {
        var user = Recording.JSON
                .createObjectNode()
                .put("id", id)
                .put("name", name)
                .put("slug", "user-" + id)
                .put("description", about)
                .put("url", "")
                .put("registered_date", "2026-10-02T07:08:09+00:00");
        user.putArray("roles").add(role);
        users.put(id, user);
    }

    private synchronized Recording answer(Request request) {
        if (!request.path().contains(USERS) || blog.password().isEmpty()) {
            return blog.answer(request);
        }
        if (!administrator) {
            return Said.no(403, "rest_forbidden_context", "Sorry, you are not allowed to list users.");
        }
        var offset = Integer.parseInt(request.path().replaceFirst(".*[?&]offset=(\\d+).*", "$1"));
        var page = users.values().stream().skip(offset).limit(100).toList();
        return Said.with(Said.json(200, page.toString()), "x-wp-total", Integer.toString(users.size()));
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Override
    protected Connector connector() {
        return WordPressParts.connector();
    }

    @Override
    protected KeptAccess access() {
        return access;
    }

    @Override
    protected void reading(Trouble trouble) throws Exception {
        network.forget();
        access.set("root", network.address().resolve("/wp-json/").toString());
        switch (trouble) {
            case LIMITING -> network.tell(Trick.LIMIT_BEFORE, USERS, 1);
            case CUT -> network.tell(Trick.CUT_AFTER, USERS, 1);
            case FAULTY -> network.tell(Trick.ERROR_BEFORE, USERS, 1);
            case GARBAGE -> network.tell(Trick.GARBAGE_AFTER, USERS, 1);
            case AWAY -> access.set("root", "http://127.0.0.1:1/wp-json/");
            case PERMISSION_GONE -> blog.revoke();
            default -> {}
        }
    }

    @Override
    protected boolean canBe(Trouble trouble) {
        return trouble != Trouble.TOKEN_EXPIRED;
    }

    @Override
    protected String joins(String name, String about) {
        user(++last, name, about, "subscriber");
        return NAMES.user(last);
    }

    @Override
    protected synchronized void leaves(String id) {
        users.keySet().removeIf(number -> NAMES.user(number).equals(id));
    }

    @Override
    protected int many() {
        return 230;
    }

    @Test
    void since_when_is_told_and_who_writes_there_is_no_follower() throws Exception {
        joins("Liisa", "Lukija");
        assertThat(WordPressParts.connector().followers(access, "").followers())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.name()).isEqualTo("Liisa");
                    assertThat(each.since()).isEqualTo(Instant.parse("2026-10-02T07:08:09Z"));
                });
    }

    @Test
    void a_user_who_may_not_see_the_others_is_told_so_and_stays_connected() {
        administrator = false;
        var failed = catchThrowableOfType(
                ConnectorFailed.class, () -> WordPressParts.connector().followers(access, ""));
        assertThat(failed.fault().code()).isEqualTo("wordpress.may-not");
        assertThat(failed.reauth()).isFalse();
    }
}
